import type { SignInDemand } from "../../../shared/protocol/signIn.ts";
import { organisationOf } from "../../sync/mapOrganisation.ts";
import { useSession } from "../../sync/sessionContext.tsx";
import { Select } from "../../ui/Select.tsx";
import { demandChoices, demandMeaning } from "./demands.ts";
import styles from "./ShareDialog.module.css";

/** Who may use a link. */
export function DemandField({
  demand,
  onChange,
}: {
  readonly demand: SignInDemand;
  readonly onChange: (demand: SignInDemand) => void;
}) {
  const organisation = organisationOf(useSession().id);
  return (
    <Select
      label="Who may use it"
      options={demandChoices(organisation)}
      value={demand}
      onChange={onChange}
      description={demandMeaning(demand, organisation)}
      className={styles.demand}
    />
  );
}
