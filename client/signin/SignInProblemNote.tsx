import { useState } from "react";
import dialogStyles from "../ui/dialogParts.module.css";
import { signInProblem } from "./signInProblem.ts";

/** Says why the sign-in that this page comes back from came to nothing, where it did. */
export function SignInProblemNote() {
  const [problem] = useState(signInProblem);
  if (problem === undefined) return null;
  return (
    <p role="alert" className={dialogStyles.error}>
      {problem}
    </p>
  );
}
