import { create } from "zustand";

/** What somebody is being asked about: an element that is to become something else. */
export interface ConvertAsked {
  readonly id: string;
  /** `type/kind`, or a type alone, where what it is to become has been chosen already. */
  readonly target: string | undefined;
}

export const useConvertStore = create<{ readonly asked: ConvertAsked | undefined }>()(() => ({
  asked: undefined,
}));

/** Asks what an element is to become; undefined closes the question. */
export function askToConvert(asked: ConvertAsked | undefined): void {
  useConvertStore.setState({ asked });
}
