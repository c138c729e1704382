import { describeSystem } from "./describeSystem.ts";

describeSystem("mid-nottinghamshire", {
  findings: [
    // Majority or unanimity: the report leaves it open for this board: 001:1374–1382, 1434–1438.
    ["warning", "board-without-decision-rule", ["alliance-board"]],
    // Both are signed, and neither has a value or a payment of its own: 001:1430–1433, 1451–1454.
    ["warning", "contract-without-money", ["agreement"]],
    ["warning", "contract-without-money", ["new-contract"]],
    // Several members hold the new contract, and no lead is named: 001:1451–1452.
    ["warning", "no-accountable-lead", ["new-contract", "full-member", "other-full-members"]],
    // How either was let is not said.
    ["warning", "procurement-route-not-stated", ["agreement"]],
    ["warning", "procurement-route-not-stated", ["new-contract"]],
  ],
  silent: {
    "alliance-without-board": "the alliance board oversees it",
    "alliance-without-commissioner": "the CCGs are party to the agreement",
    "alliance-too-small": "several providers are full members, so two cards stand for them",
    "alliance-not-unanimous": "that full members vote does not say by what majority",
    "commissioning-delegated-to-provider": "the board decides what the scheme lists, not a provider",
    "delegation-without-legal-basis": "a scheme of delegation",
    "contract-held-by-non-entity": "the members sign, not the alliance",
    "conflict-of-interest": "members of an alliance board sit on it from both sides by design",
    "informal-body-commissions": "the boards oversee and advise; the CCGs commission",
    "joint-commissioning-without-forum": "the CCGs have one card: their number is not stated",
    "uncapped-private-risk": "the full members share risk; Circle is an associate",
    "risk-share-not-agreed": "not capitated yet, and the full members share risk",
    "upside-only-risk": "risks are shared as well as rewards, whatever CQUIN pays",
    "unpooled-social-care": "no service is named in the agreement or in the new contract",
    "pool-without-section-75": "nothing is pooled in a virtual model",
    "mixed-payment": "fee for service and block stay in existing contracts, which are not drawn",
    "outcomes-without-measures": "the 1.8% is a share of providers’ income under other contracts",
    "unadvertised-contract": "no value is stated",
    "assurance-missing": "signed before the assurance process existed",
    "missing-parent-guarantee": "no ownership is described",
    "isolated-element": "everybody has a part in it",
  },
  figures: [],
});
