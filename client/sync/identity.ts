import { isRecord } from "./callApi.ts";
import type { Identity } from "./MapSession.ts";
import { deviceStorage } from "./webStorage.ts";

const key = "plumbline.identity";

/** Who this device's person said they are, if they have. */
export function rememberedIdentity(): Identity | undefined {
  try {
    const value: unknown = JSON.parse(deviceStorage.get(key) ?? "null");
    if (!isRecord(value) || typeof value.name !== "string" || value.name === "") return undefined;
    return {
      name: value.name,
      organisation: typeof value.organisation === "string" ? value.organisation : "",
    };
  } catch {
    return undefined;
  }
}

/** Keeps it on this device for the next map. */
export function rememberIdentity(identity: Identity): void {
  deviceStorage.set(key, JSON.stringify(identity));
}
