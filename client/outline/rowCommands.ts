import type { Snapshot } from "../../shared/document/snapshot.ts";
import type { OutlineRow } from "../../shared/outline/Outline.ts";
import { select, setConnecting, useCanvasStore } from "../canvas/canvasStore.ts";
import { relationSentence } from "../panels/inspector/connections.ts";
import { elementName } from "../panels/inspector/elementName.ts";
import { showTab } from "../panels/panelStore.ts";
import { showMode } from "../shell/viewMode.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { addChild, childChoices } from "./addChild.ts";
import { deleteConnection, deleteElement } from "./outlineEdits.ts";
import { setCurrent, setRenaming } from "./outlineStore.ts";
import { askForPlace } from "./placeStore.ts";
import { goHome, openWay, type ShownOutline } from "./useOutline.ts";

export interface RowCommand {
  readonly label: string;
  readonly run: () => void;
}
export interface RowCommandGroup {
  readonly title: string;
  readonly commands: readonly RowCommand[];
}

interface About {
  readonly session: MapSession;
  readonly canEdit: boolean;
  readonly snapshot: Snapshot;
  readonly row: OutlineRow;
  readonly shown: ShownOutline;
}

/** What can be done with a row of the outline, in groups; those that only read are offered no writing. */
export function rowCommands(about: About): readonly RowCommandGroup[] {
  const groups = [
    { title: "Show", commands: showing(about) },
    ...(about.canEdit
      ? [
          { title: "Change", commands: changing(about) },
          { title: "Add", commands: adding(about) },
          { title: "Delete", commands: deleting(about) },
        ]
      : []),
  ];
  return groups.filter(({ commands }) => commands.length > 0);
}

function showing({ row, shown }: About): readonly RowCommand[] {
  const { element, key, via } = row.node;
  if (element === undefined) return [];
  const isElsewhere = shown.outline.wayHome(element.id).at(-1) !== key;
  return [
    {
      label: "Open in the inspector",
      run: () => {
        select([element.id]);
        showTab("inspector");
      },
    },
    {
      label: "Show on the map",
      run: () => {
        showMode("map");
        useCanvasStore.getState().viewport?.bringIntoView([element.id]);
      },
    },
    ...(isElsewhere
      ? [
          {
            label: "Go to where it stands with all its connections",
            run: () => void goHome(shown, element.id),
          },
        ]
      : []),
    ...(via === undefined
      ? []
      : [
          {
            label: "Open this connection in the inspector",
            run: () => {
              select([via.relation.id]);
              showTab("inspector");
            },
          },
        ]),
  ];
}

function changing({ row, snapshot }: About): readonly RowCommand[] {
  const { element, key } = row.node;
  if (element === undefined) return [];
  const hasPlaces = snapshot.map.elements.some((each) => each.type === "place" && each.id !== element.id);
  const isBody = element.type !== "note" && element.type !== "place";
  return [
    { label: element.type === "note" ? "Change the text" : "Rename", run: () => setRenaming(key) },
    ...(isBody
      ? [{ label: "Connect…", run: () => setConnecting({ step: "ends", from: element.id, type: undefined }) }]
      : []),
    ...(hasPlaces && element.type !== "place"
      ? [{ label: "Put into a place…", run: () => askForPlace(element.id) }]
      : []),
  ];
}

function adding({ session, row, shown }: About): readonly RowCommand[] {
  const { element, key, isNamedOnly } = row.node;
  if (element === undefined || isNamedOnly) return [];
  return childChoices(element).map((choice) => ({
    label: choice.label,
    run: () => {
      const added = addChild(session, element, choice);
      openWay(shown, [key]);
      const addedKey = `${key}/${added.relation}:${choice.end === "to" ? "from" : "to"}`;
      setCurrent(addedKey);
      setRenaming(addedKey);
    },
  }));
}

function deleting({ session, row, snapshot }: About): readonly RowCommand[] {
  const { element, via } = row.node;
  if (element === undefined) return [];
  return [
    ...(via === undefined
      ? []
      : [
          {
            label: `Delete the connection “${relationSentence(snapshot, via.relation)}”`,
            run: () => deleteConnection(session, row.node),
          },
        ]),
    { label: `Delete ${elementName(element)}`, run: () => deleteElement(session, row.node) },
  ];
}
