import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import schema from "../../../fixtures/sarif/sarif-2.1.0-rtm.5.json" with { type: "json" };

// The schema is of draft 4, which in what it uses is no different from the draft that the validator knows, but for these two names.
const { $schema: _draft, id: _id, ...ofNewerDraft } = schema;
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(ofNewerDraft);

/** What the published schema of SARIF 2.1.0 has against a log; empty where it is valid. */
export function sarifProblems(log: unknown): string[] {
  validate(log);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
