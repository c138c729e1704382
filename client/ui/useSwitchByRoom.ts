import { useState } from "react";
import { useMediaQuery } from "./useMediaQuery.ts";

/** A switch that is on where the window is like this, until the person sets it otherwise; when the window changes, it follows again. */
export function useSwitchByRoom(query: string): readonly [isOn: boolean, setOn: (isOn: boolean) => void] {
  const matches = useMediaQuery(query);
  const [chosen, setChosen] = useState({ matches, isOn: matches });
  const isOn = chosen.matches === matches ? chosen.isOn : matches;
  return [isOn, (next) => setChosen({ matches, isOn: next })];
}
