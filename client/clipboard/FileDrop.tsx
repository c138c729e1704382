import { useReactFlow } from "@xyflow/react";
import { FileDown } from "lucide-react";
import { type RefObject, useEffect, useState } from "react";
import { useSession } from "../sync/sessionContext.tsx";
import styles from "./FileDrop.module.css";
import { takeFile } from "./takeFile.ts";

/** Takes a file that is dropped on the canvas, and says so while one is held over it. */
export function FileDrop({ container }: { readonly container: RefObject<HTMLElement | null> }) {
  const session = useSession();
  const { screenToFlowPosition } = useReactFlow();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    const onDragOver = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = "copy";
      setIsOver(true);
    };
    const onDragLeave = ({ relatedTarget }: DragEvent) => {
      if (!(relatedTarget instanceof Node && element.contains(relatedTarget))) setIsOver(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setIsOver(false);
      const [file] = event.dataTransfer?.files ?? [];
      const near = screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
      if (file !== undefined) void takeFile(session, file, near);
    };
    element.addEventListener("dragover", onDragOver);
    element.addEventListener("dragleave", onDragLeave);
    element.addEventListener("drop", onDrop);
    return () => {
      element.removeEventListener("dragover", onDragOver);
      element.removeEventListener("dragleave", onDragLeave);
      element.removeEventListener("drop", onDrop);
    };
  }, [container, session, screenToFlowPosition]);
  if (!isOver) return null;
  return (
    <div className={styles.over}>
      <p className={styles.words}>
        <FileDown aria-hidden />
        Drop a map file, a CSV file or a list: it is added to this map.
      </p>
    </div>
  );
}

function carriesFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes("Files") ?? false;
}
