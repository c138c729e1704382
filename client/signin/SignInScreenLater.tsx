import { loadOnUse } from "../ui/loadLater.tsx";

/** The screen for a map that opens only with a sign-in that is missing, loaded when it is needed: most people never see it. */
export const SignInScreenLater = loadOnUse(async () => (await import("./SignInScreen.tsx")).SignInScreen);
