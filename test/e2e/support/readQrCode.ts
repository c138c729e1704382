import type { Locator } from "@playwright/test";
import { decodeQR } from "qr/decode.js";

/** What a phone reads in a QR code on the screen, by a picture of it. */
export async function readQrCode(code: Locator): Promise<string> {
  const png = (await code.screenshot()).toString("base64");
  const { width, height, pixels } = await code.page().evaluate(async (picture) => {
    const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("There is no canvas.");
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    // As one text: a list of so many numbers takes the runner seconds.
    const pixels = btoa(Array.from(data, (byte) => String.fromCharCode(byte)).join(""));
    return { width: bitmap.width, height: bitmap.height, pixels };
  }, png);
  return decodeQR({ width, height, data: Uint8Array.from(Buffer.from(pixels, "base64")) });
}
