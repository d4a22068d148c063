import { assert } from "../base/assert.ts";
import { PersistentMap } from "../base/persistent-map.ts";
import type { LocalDate } from "../calendar/date.ts";
import type { ObligationKind } from "../charter/investment-terms.ts";

/** Something other than money that a party owes the projects; nothing is booked for it. */
export type OwedObligation = {
  readonly id: string;
  readonly actId: string;
  readonly kind: ObligationKind;
  readonly owedBy: string;
  readonly investment?: string;
  readonly text: { readonly [language: string]: string };
  readonly recordedOn: LocalDate;
  readonly due?: LocalDate;
  readonly fulfilled?: { readonly actId: string; readonly on: LocalDate };
};

/** An application for money of the fund. */
export type Application = {
  readonly id: string;
  readonly actId: string;
  readonly applicant: string;
  readonly name: { readonly [language: string]: string };
  readonly sector: string;
  readonly geography: string;
  readonly currency: string;
  readonly minor: bigint;
  readonly receivedOn: LocalDate;
};

export type RegisterEvent =
  | { readonly kind: "obligationRecorded"; readonly obligation: OwedObligation }
  | {
      readonly kind: "obligationFulfilled";
      readonly id: string;
      readonly actId: string;
      readonly on: LocalDate;
    }
  | { readonly kind: "applicationReceived"; readonly application: Application };

/** Registers of what is owed in kind and of who has applied, each by id. */
export type Registers = {
  readonly obligations: PersistentMap<OwedObligation>;
  readonly applications: PersistentMap<Application>;
};

export const noRegisters: Registers = {
  obligations: PersistentMap.empty,
  applications: PersistentMap.empty,
};

export function evolveRegisters(registers: Registers, event: RegisterEvent): Registers {
  const { obligations, applications } = registers;
  switch (event.kind) {
    case "obligationRecorded":
      return { applications, obligations: obligations.set(event.obligation.id, event.obligation) };
    case "obligationFulfilled": {
      const { id, actId, on } = event;
      const obligation = obligations.get(id);
      assert(obligation !== undefined, `obligation ${id} was recorded`);
      const fulfilled = { ...obligation, fulfilled: { actId, on } };
      return { applications, obligations: obligations.set(id, fulfilled) };
    }
    case "applicationReceived": {
      const { application } = event;
      return { obligations, applications: applications.set(application.id, application) };
    }
  }
}
