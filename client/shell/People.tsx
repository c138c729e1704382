import { BadgeCheck, Eye, UserMinus } from "lucide-react";
import { useState } from "react";
import { includesRole } from "../../shared/protocol/roles.ts";
import { follow } from "../canvas/followStore.ts";
import { useSession } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { loadOnUse } from "../ui/loadLater.tsx";
import { PopoverButton } from "../ui/PopoverButton.tsx";
import { useMediaQuery } from "../ui/useMediaQuery.ts";
import { Avatar } from "./Avatar.tsx";
import styles from "./People.module.css";
import type { OwnIdentity } from "./useIdentity.ts";
import { usePeople } from "./usePeople.ts";
import { showMode } from "./viewMode.ts";

// Only those who look after the map need these.
const RemoveDialog = loadOnUse(async () => (await import("./RemoveDialog.tsx")).RemoveDialog);
const Unnamed = loadOnUse(async () => (await import("./Unnamed.tsx")).Unnamed);

const mostAvatars = 4;
/** Without room to grow into, one stands for all, beside their number. */
const LITTLE_ROOM = "(max-width: 1240px)";

/** Somebody whom a facilitator is about to remove. */
export interface ToRemove {
  readonly clientId: number;
  readonly name: string;
}

/** Who is here: initials in the bar, names in the list. */
export function People({ identity }: { readonly identity: OwnIdentity }) {
  const { role } = useSession();
  const { others, ownColour } = usePeople();
  const [isOpen, setIsOpen] = useState(false);
  const [toRemove, setToRemove] = useState<ToRemove>();
  const mayRemove = includesRole(role, "owner");
  const remove = (person: ToRemove) => {
    setIsOpen(false);
    setToRemove(person);
  };
  const own = identity.identity;
  const everybody = [
    ...(own === undefined
      ? []
      : [
          {
            key: "own",
            ...own,
            colour: ownColour,
            ...(identity.isFromDirectory && { verified: true }),
          },
        ]),
    ...others.map((person) => ({ key: String(person.clientId), ...person })),
  ];
  const shownAvatars = useMediaQuery(LITTLE_ROOM) ? 1 : mostAvatars;
  const more = everybody.length - shownAvatars;
  return (
    <>
      <PopoverButton
        title="People in this map"
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        button={
          <Button
            variant="quiet"
            className={styles.button}
            aria-label={`People in this map: ${everybody.length}`}
          >
            {everybody.slice(0, shownAvatars).map((person) => (
              <Avatar key={person.key} name={person.name} colour={person.colour} />
            ))}
            {more > 0 && <span className={styles.more}>+{more}</span>}
            {everybody.length === 0 && "People"}
          </Button>
        }
      >
        <ul className={styles.list}>
          {everybody.map((person) => (
            <li key={person.key} className={styles.person}>
              <Avatar name={person.name} colour={person.colour} />
              <span className={styles.words}>
                <span className={styles.name}>
                  {person.name}
                  {person.key === "own" && " (you)"}
                </span>
                {person.organisation !== "" && (
                  <span className={styles.organisation}>{person.organisation}</span>
                )}
                {person.verified && (
                  <span className={styles.verified}>
                    <BadgeCheck aria-hidden />
                    Name from the directory
                  </span>
                )}
              </span>
              {"clientId" in person && person.isFollowable && (
                <IconButton
                  label={`Follow ${person.name}: see what they see`}
                  size="small"
                  className={styles.follow}
                  onPress={() => {
                    setIsOpen(false);
                    showMode("map");
                    follow(person.clientId);
                  }}
                >
                  <Eye aria-hidden />
                </IconButton>
              )}
              {mayRemove && "clientId" in person && (
                <IconButton
                  label={`Remove ${person.name} from this map`}
                  size="small"
                  className={styles.remove}
                  onPress={() => remove(person)}
                >
                  <UserMinus aria-hidden />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
        {mayRemove && isOpen && <Unnamed onRemove={remove} />}
        {others.length === 0 && <p className={styles.alone}>Nobody else is here at the moment.</p>}
        <div className={styles.actions}>
          <Button
            size="small"
            onPress={() => {
              setIsOpen(false);
              identity.ask();
            }}
          >
            {ownWords(identity)}
          </Button>
        </div>
      </PopoverButton>
      {toRemove !== undefined && <RemoveDialog person={toRemove} onClose={() => setToRemove(undefined)} />}
    </>
  );
}

function ownWords({ identity, isFromDirectory }: OwnIdentity): string {
  if (isFromDirectory) return "How you are signed in";
  return identity === undefined ? "Say who you are" : "Change your name";
}
