import { ELEMENT_FIELDS } from "../../model/element.ts";
import { type Field, text } from "../../model/field.ts";
import { RELATION_FIELDS } from "../../model/relation.ts";

/** What a table may be a table of. */
export const TABLE_KINDS = ["organisations", "contracts", "money", "owners", "members"] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

/** One thing that a column of a table may hold. */
export interface Column {
  readonly key: string;
  /** What it is called on screen. */
  readonly label: string;
  /** The headings by which it is known, in small letters without units. */
  readonly headings: RegExp;
  readonly field: Field<unknown>;
  /** `name`: of what the row is about; `party`: the name of an organisation (or another end of a connection), or several. */
  readonly role?: "name" | "party";
}

const { organisation, contract } = ELEMENT_FIELDS;

const name = (label: string, headings: RegExp): Column => ({
  key: "name",
  label,
  headings,
  field: text,
  role: "name",
});
const party = (key: string, label: string, headings: RegExp): Column => ({
  key,
  label,
  headings,
  field: text,
  role: "party",
});
const NOTES: Column = {
  key: "notes",
  label: "Notes",
  headings: /^(?:notes?|comments?|remarks?)$/,
  field: text,
};
const SOURCE: Column = {
  key: "source",
  label: "Source",
  headings: /^(?:sources?|reference|taken from)$/,
  field: text,
};
const SERVICES: Column = {
  key: "services",
  label: "Services",
  headings: /^(?:services?|services? (?:delivered|provided|covered|scope)|scope|care)$/,
  field: organisation.services,
};
const PAYMENT: Column = {
  key: "payment",
  label: "Payment",
  headings: /^(?:payment|payment (?:type|method|mechanism|model|basis)|paid by|currency)$/,
  field: contract.payment,
};

/** The columns of each kind of table, the ones that tell it apart first. */
export const COLUMNS: Readonly<Record<TableKind, readonly Column[]>> = {
  organisations: [
    name(
      "Name",
      /^(?:names?|organi[sz]ations?|organi[sz]ation name|bod(?:y|ies)|provider|commissioner|practice|trust|member)(?: name)?$/,
    ),
    {
      key: "kind",
      label: "Kind",
      headings:
        /^(?:(?:organi[sz]ation )?(?:kind|type)|kind of organi[sz]ation|type of organi[sz]ation|sector|category)$/,
      field: organisation.kind,
    },
    {
      key: "legalForm",
      label: "Legal form",
      headings: /^(?:legal (?:form|status|entity)|form|constitution)$/,
      field: organisation.legalForm,
    },
    {
      key: "odsCode",
      label: "ODS code",
      headings: /^(?:ods|ods code|organi[sz]ation code|org code|code|practice code|provider code|nacs code)$/,
      field: organisation.odsCode,
    },
    SERVICES,
    {
      key: "population",
      label: "Population",
      headings:
        /^(?:population|population served|list size|registered (?:patients|population)|patients|residents)$/,
      field: organisation.population,
    },
    {
      key: "annualIncome",
      label: "Annual income",
      headings:
        /^(?:(?:annual |total |yearly )?(?:income|turnover|revenue)(?: a year| per year| pa| per annum)?)$/,
      field: organisation.annualIncome,
    },
    {
      key: "netAssets",
      label: "Net assets",
      headings: /^(?:net assets|assets|reserves)$/,
      field: organisation.netAssets,
    },
    NOTES,
    SOURCE,
  ],
  contracts: [
    name(
      "Contract",
      /^(?:contracts?|contract name|contract title|title|name|agreement|service name|description)$/,
    ),
    party(
      "buyer",
      "Buyer",
      /^(?:(?:lead )?(?:buyers?|commissioners?|commissioned by|purchasers?|contracting authority|authority|let by|awarded by)(?: name)?)$/,
    ),
    party(
      "holder",
      "Holder",
      /^(?:(?:lead )?(?:holders?|providers?|suppliers?|contractors?|held by|contract holder|provided by|awarded to)(?: name)?)$/,
    ),
    {
      key: "kind",
      label: "Kind",
      headings: /^(?:(?:contract )?(?:kind|type)|kind of contract|type of contract)$/,
      field: contract.kind,
    },
    {
      key: "status",
      label: "Status",
      headings: /^(?:(?:contract )?(?:status|state|stage))$/,
      field: contract.status,
    },
    SERVICES,
    {
      key: "annualValue",
      label: "Annual value",
      headings:
        /^(?:(?:annual|yearly)(?: contract)? (?:value|amount|cost|price|sum)|(?:value|amount|cost|price) (?:a year|per year|pa|p a|per annum)|value)$/,
      field: contract.annualValue,
    },
    {
      key: "totalValue",
      label: "Total value",
      headings:
        /^(?:(?:total|whole life|lifetime|full)(?: contract)? (?:value|amount|cost|price|sum)|contract value)$/,
      field: contract.totalValue,
    },
    {
      key: "start",
      label: "Starts",
      headings:
        /^(?:(?:contract )?(?:start|starts|start date|from date|commencement|commencement date|begins|commences))$/,
      field: contract.start,
    },
    {
      key: "end",
      label: "Ends",
      headings:
        /^(?:(?:contract )?(?:end|ends|end date|expiry|expires|expiry date|to date|finish|finishes))$/,
      field: contract.start,
    },
    {
      key: "termMonths",
      label: "Term",
      headings: /^(?:(?:contract )?(?:term|duration|length)(?: in)?(?: months| years)?|(?:months|years))$/,
      field: contract.termMonths,
    },
    {
      key: "extensionMonths",
      label: "Possible extension",
      headings: /^(?:(?:possible |optional )?extensions?(?: option| period)?(?: in)?(?: months| years)?)$/,
      field: contract.extensionMonths,
    },
    PAYMENT,
    {
      key: "procurement",
      label: "Procurement",
      headings: /^(?:procurement|procurement (?:route|method|procedure)|route|award route|procured by)$/,
      field: contract.procurement,
    },
    {
      key: "outcomePercent",
      label: "Share paid on outcomes",
      headings:
        /^(?:(?:share )?(?:paid )?on outcomes|outcomes? (?:share|percent|percentage|payment)|outcome based share)$/,
      field: contract.outcomePercent,
    },
    NOTES,
    SOURCE,
  ],
  money: [
    party(
      "from",
      "From",
      /^(?:from|payer|paid by|pays|source of funds|funder|from organi[sz]ation|who pays)$/,
    ),
    party("to", "To", /^(?:to|payee|paid to|receiver|recipient|receives|to organi[sz]ation|who is paid)$/),
    {
      key: "annualAmount",
      label: "Amount a year",
      headings:
        /^(?:(?:annual |yearly )?(?:amount|value|sum|payment|money|flow|pounds)(?: a year| per year| pa| per annum)?)$/,
      field: RELATION_FIELDS.pays.annualAmount,
    },
    { ...PAYMENT, headings: /^(?:payment (?:type|method|mechanism|model|basis)|basis|mechanism)$/ },
    SERVICES,
    party("contract", "Under contract", /^(?:contract|under|under contract|contract name|for contract)$/),
    { key: "label", label: "Label", headings: /^(?:label|description|purpose|what for|for)$/, field: text },
    SOURCE,
  ],
  owners: [
    party(
      "body",
      "Body owned",
      /^(?:body|company|organi[sz]ation|vehicle|subsidiary|joint venture|owned|body owned|name|entity)$/,
    ),
    party("owner", "Owner", /^(?:owners?|owned by|parents?|shareholders?|partners?|parent organi[sz]ation)$/),
    {
      key: "percent",
      label: "Share owned",
      headings:
        /^(?:percent|percentage|per cent|share|shares?|shareholding|stake|share owned|ownership|holding)$/,
      field: RELATION_FIELDS.owns.percent,
    },
    SOURCE,
  ],
  members: [
    party(
      "body",
      "Board or body",
      /^(?:body|board|forum|committee|alliance|group|organi[sz]ation|member of|name|federation|network)$/,
    ),
    party(
      "member",
      "Member",
      /^(?:members?|member organi[sz]ation|representing|represented|participants?|attendees?)$/,
    ),
    {
      key: "standing",
      label: "Standing",
      headings: /^(?:standing|membership|member type|type of member)$/,
      field: RELATION_FIELDS.member.standing,
    },
    {
      key: "votes",
      label: "Votes",
      headings: /^(?:votes?|voting|number of votes)$/,
      field: RELATION_FIELDS.member.votes,
    },
    SOURCE,
  ],
};

/** Without these columns a table of the kind says nothing: one of each group must be there. */
export const NEEDED: Readonly<Record<TableKind, readonly (readonly string[])[]>> = {
  organisations: [["name"]],
  contracts: [["name", "buyer", "holder"]],
  money: [["from"], ["to"]],
  owners: [["body"], ["owner"]],
  members: [["body"], ["member"]],
};

/** The column of a kind of table with this key. */
export function columnOf(kind: TableKind, key: string | undefined): Column | undefined {
  return COLUMNS[kind].find((column) => column.key === key);
}
