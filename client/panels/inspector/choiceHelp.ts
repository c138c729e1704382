/** What the values of a listed field mean, by field and value, where the word alone does not say it. */
const CHOICES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kind: {
    ccg: "Local NHS body that bought most hospital and community care from 2013 to 2022 (Health and Social Care Act 2012).",
    icb: "NHS body that plans and buys care for an area since July 2022 (Health and Care Act 2022).",
    "nhs-england": "National body: buys specialised services and oversees the rest.",
    "local-authority": "Council: social care and public health, and a duty to balance its books every year.",
    "nhs-trust": "NHS provider that is not a foundation trust.",
    "foundation-trust": "NHS provider with members, governors and more freedom over its money.",
    "gp-practice": "Independent contractor with a core contract; outside the NHS family for VAT.",
    "gp-federation": "Practices that stay separate and act together, often through a company.",
    "gp-super-partnership":
      "Practices that have merged into one partnership; the GPs keep their core contracts.",
    "primary-care-network": "Neighbouring practices that work together; no legal person.",
    "voluntary-organisation": "Charity or social enterprise that delivers, funds or speaks for people.",
    "independent-provider": "Company that delivers care.",
    "care-provider": "Care home or home care.",
    "joint-venture":
      "A new body that its parents own, made for one job. Its losses may stop at the body unless the parents guarantee it.",
    "provider-collaborative":
      "Trusts that plan and run some services together; no legal person unless a legal form is stated.",
    alliance:
      "Organisations that stay separate and act under one agreement. No legal person unless a legal form is stated.",
    integrator: "Holds the contract and co-ordinates others, but delivers no care itself.",
    "commissioning-support": "Does buying tasks, modelling and data for commissioners.",
    regulator: "Checks and licenses; buys and delivers nothing.",
    "public-body": "Another body of the public sector.",
    "nhs-standard": "The national form of contract for NHS care other than core general practice.",
    "prime-contractor":
      "One body answers for the whole pathway and buys from others; it usually delivers nothing itself.",
    "prime-provider": "One body answers for the whole pathway, delivers some of it and buys the rest.",
    "sub-contract": "A contract that a holder lets to another provider under its own.",
    gms: "Core contract of a practice on national terms (general medical services).",
    pms: "Core contract of a practice on locally agreed terms (personal medical services).",
    apms: "Contract for general practice that others than GPs may hold too.",
    "mcp-virtual":
      "An alliance agreement over the existing contracts of a multispecialty community provider; practices keep their own.",
    "mcp-partially-integrated":
      "One contract for community services; practices keep their core contracts and join in by agreement.",
    "mcp-fully-integrated":
      "One contract for community services and core general practice alike, paid by population.",
    "integrated-health-organisation":
      "One contract for most of an area’s care, with a budget for its people.",
    "section-75-provision":
      "NHS and council let one of them deliver care for both (NHS Act 2006, section 75).",
    grant: "Money for a purpose without the duties of a full contract.",
    memorandum: "A statement of what is meant; it binds nobody.",
    framework: "Terms agreed beforehand for purchases that may follow.",
    pooled:
      "The money of several bodies in one fund that is spent for all of them (NHS Act 2006, section 75; since 2022 also 65Z6).",
    aligned:
      "Each body keeps its own money and spends it to a shared plan. Not a pool: nobody can spend what is another’s.",
    capitated: "A sum for each person of a population, whatever care they need.",
    programme: "Money set aside for one pathway or group of people.",
    transformation: "Money to change with, for some time only.",
    "joint-committee": "One committee that decides for all its members and binds them.",
    "committees-in-common": "Each body’s own committee, meeting at one table; each decides for itself.",
    "alliance-board": "Runs an alliance for those who have signed it.",
    "partnership-board": "Partners who plan and advise; it decides only what its members let it.",
    "programme-board": "Steers a project until it is done.",
    "advisory-board": "Talks and advises; decides nothing.",
    "operational-board": "Runs delivery from day to day.",
    "health-and-wellbeing-board":
      "The council’s committee with the NHS for an area’s needs and plans (Health and Social Care Act 2012).",
    "citizens-board": "People from the area who watch and question.",
    "working-group": "Prepares; decides nothing.",
  },
  riskShare: {
    none: "Gains and losses are not shared: they stay where the payment puts them.",
    upside: "The holder shares in a saving and bears no part of a loss.",
    "two-sided": "The holder shares in savings and in losses alike.",
  },
  payment: {
    block: "A fixed sum, however many are treated.",
    activity: "A price for each treatment, as in the national tariff.",
    capitation: "A sum for each person of a population; the provider bears what they need beyond it.",
    outcome: "Paid when agreed results are reached.",
    "lump-sum": "One sum for a piece of work.",
    fee: "Paid for managing or advising, not for care.",
    "fee-for-service": "A price for each service given.",
    "cost-reimbursement": "What it really cost.",
    mixed: "More than one of these.",
  },
  procurement: {
    "competitive-tender": "Anybody may bid.",
    "competitive-dialogue": "Talks with a few bidders before their last bid.",
    "restricted-tender": "Only those who pass a first sift may bid.",
    "most-capable-provider": "The best placed provider is assessed and chosen without a tender.",
    "only-capable-provider": "Nobody else could do it.",
    "light-touch": "The shorter process for health and social care (Public Contracts Regulations 2015).",
    "direct-award": "Given without competition; open to challenge.",
    "psr-direct-award-a": "The provider is the only one that can (Provider Selection Regime 2023).",
    "psr-direct-award-b":
      "Patients choose among providers, and none is left out (Provider Selection Regime 2023).",
    "psr-direct-award-c": "The provider does well and little changes (Provider Selection Regime 2023).",
    "psr-most-suitable-provider":
      "One provider is plainly the right one; the intention is published (Provider Selection Regime 2023).",
    "psr-competitive": "Bids are invited and compared (Provider Selection Regime 2023).",
    none: "Nothing was bought: no route was needed.",
  },
  legalBasis: {
    "section-75": "NHS bodies and councils share functions and money (NHS Act 2006, section 75).",
    "section-65z5": "NHS bodies and councils act for one another or jointly (NHS Act 2006, section 65Z5).",
    "section-65z6": "Joint committees and pooled funds among those bodies (NHS Act 2006, section 65Z6).",
    "section-256": "NHS money paid to a council for something that helps health (NHS Act 2006, section 256).",
    "section-105a":
      "A minister’s order that moves functions to a combined authority (Local Democracy Act 2009, section 105A).",
    "section-13z": "NHS England lets others act for it (NHS Act 2006, section 13Z).",
    "section-14z3": "Clinical commissioning groups acted together (NHS Act 2006, section 14Z3).",
    "section-101":
      "A council lets a committee, an officer or another council act for it (Local Government Act 1972, section 101).",
    "scheme-of-delegation": "The body’s own rules about who decides what; it works inside one body only.",
    none: "It rests on no law.",
  },
  level: {
    seat: "It may speak where the decision is taken.",
    joint: "Both decide together.",
    delegated: "It decides in the giver’s name; the giver stays answerable.",
    devolved: "It takes over for good, answerable itself; that needs an order.",
  },
  legalForm: {
    "statutory-body": "Set up by an Act of Parliament.",
    llp: "Limited liability partnership: partners whose losses are limited.",
    "limited-by-shares": "Company that its shareholders own.",
    "limited-by-guarantee": "Company with members in place of shareholders.",
    "community-interest-company": "Company whose assets must serve the community.",
    partnership: "Partners who answer with all they own.",
    none: "No legal person: it cannot sign a contract.",
  },
  decisionRule: {
    unanimous: "Everybody must agree, so each can stop it.",
    majority: "More than half decide; a member can be outvoted.",
    weighted: "Votes count differently, by size or money.",
    consensus: "Talked through until nobody objects; no vote is taken.",
  },
  standing: { full: "Has a vote.", associate: "May speak, has no vote." },
  status: {
    proposed: "An idea so far.",
    "in-procurement": "Bids are being sought or looked at.",
    awarded: "Signed or about to be; care has not begun.",
    live: "Running.",
    terminated: "Over. What is under it counts no more.",
  },
  assurance: {
    "early-engagement": "The national bodies have heard of the plan.",
    "checkpoint-1": "Before bids are invited.",
    "checkpoint-2": "Before the contract is given to the chosen bidder.",
    "checkpoint-3": "Before the service begins.",
  },
  form: {
    "nhs-standard":
      "Commissioners issue it, and NHS providers to those they buy from; others use terms like it.",
    bespoke: "Written for this contract.",
  },
  marking: {
    official: "Ordinary work of public bodies.",
    "official-sensitive": "Some harm could come of it in the wrong hands.",
    commercial: "Would help a bidder or a rival.",
    draft: "Not agreed yet.",
  },
};

/** What a value of a listed field means; undefined where its word says enough. */
export function choiceHelp(field: string, value: string): string | undefined {
  const ofField = Object.hasOwn(CHOICES, field) ? CHOICES[field] : undefined;
  return ofField !== undefined && Object.hasOwn(ofField, value) ? ofField[value] : undefined;
}

/** The fields and values that are explained, for a check that all of them exist. */
export function explainedChoices(): readonly { readonly field: string; readonly value: string }[] {
  return Object.entries(CHOICES).flatMap(([field, values]) =>
    Object.keys(values).map((value) => ({ field, value })),
  );
}
