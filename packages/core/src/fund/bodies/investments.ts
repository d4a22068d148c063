import { Schema, type Infer } from "../../base/schema.ts";
import { RATIO_TEXT } from "../../charter/ratio-text.ts";
import { INSTRUMENTS } from "../../investments/cap-table.ts";
import {
  amount,
  amountOrNone,
  bankReference,
  currency,
  date,
  form,
  hash,
  id,
  line,
  texts,
} from "./scalars.ts";

const milestones = Schema.array(
  Schema.object({ id, due: date, amount, name: Schema.optional(texts) }),
  {
    min: 1,
    max: 200,
    unique: ["id"],
  },
);

const instrument = Schema.oneOf(INSTRUMENTS);

/** A country's ISO 3166-1 code, and what its own list adds to it: US-TX, JP-40. */
const region = Schema.string({ format: form("region code", "^[A-Z]{2}-[A-Z0-9]{1,3}$") });

export const investmentRecommendSchema = Schema.object({
  investment: id,
  name: texts,
  vehicle: id,
  /** The vehicle of the charter that it is a holding in: its money goes into that one's book. */
  into: Schema.optional(id),
  /** What the vehicle itself puts in; equity where nothing is said. */
  instrument: Schema.optional(Schema.oneOf(["equity", "loan"])),
  sector: id,
  geography: id,
  /** The state or province of that country, ISO 3166-2; nothing where it is in several. */
  region: Schema.optional(region),
  currency,
  parties: Schema.array(
    Schema.object({
      company: id,
      name: Schema.optional(texts),
      role: Schema.oneOf(["sponsor", "developer", "operator", "tenant", "lender", "supplier"]),
    }),
    { min: 1, max: 50, unique: true },
  ),
  milestones,
  /** What the others have promised to put in. */
  capTable: Schema.optional(
    Schema.array(Schema.object({ holder: id, instrument, committed: amountOrNone }), {
      min: 1,
      max: 50,
      unique: ["holder", "instrument"],
    }),
  ),
});
export type InvestmentRecommendBody = Infer<typeof investmentRecommendSchema>;

export const investmentSelectSchema = Schema.object({ investment: id });
export type InvestmentSelectBody = Infer<typeof investmentSelectSchema>;

export const investmentFundSchema = Schema.object({
  investment: id,
  milestone: id,
  payee: id,
  /** Minor units of the investment's currency; all that is left of the milestone if not said. */
  amount: Schema.optional(amount),
});
export type InvestmentFundBody = Infer<typeof investmentFundSchema>;

export const investmentFollowOnSchema = Schema.object({ investment: id, currency, milestones });
export type InvestmentFollowOnBody = Infer<typeof investmentFollowOnSchema>;

export const milestoneCertifySchema = Schema.object({
  investment: id,
  milestone: id,
  currency,
  /** What is certified: the milestone's amount or a part of it. */
  amount,
  reachedOn: date,
  report: line,
});
export type MilestoneCertifyBody = Infer<typeof milestoneCertifySchema>;

export const certificateWithdrawSchema = Schema.object({
  investment: id,
  /** Id of the act that certified. */
  certificate: hash,
  reason: line,
});
export type CertificateWithdrawBody = Infer<typeof certificateWithdrawSchema>;

export const sponsorFundedSchema = Schema.object({
  investment: id,
  holder: id,
  instrument,
  currency,
  amount,
  /** The overrun that it goes towards, if it does. */
  overrun: Schema.optional(id),
  bankReference: Schema.optional(bankReference),
});
export type SponsorFundedBody = Infer<typeof sponsorFundedSchema>;

export const overrunSchema = Schema.object({
  investment: id,
  overrun: id,
  currency,
  amount,
  cause: line,
});
export type OverrunBody = Infer<typeof overrunSchema>;

export const fundOverrunSchema = Schema.object({
  investment: id,
  overrun: id,
  payee: id,
  currency,
  amount,
});
export type FundOverrunBody = Infer<typeof fundOverrunSchema>;

export const investmentIncomeSchema = Schema.object({
  investment: id,
  character: Schema.oneOf(["dividend", "interest"]),
  /** The investment's currency, or another that exchange rates are fixed for. */
  currency,
  amount,
  bankReference: Schema.optional(bankReference),
});
export type InvestmentIncomeBody = Infer<typeof investmentIncomeSchema>;

export const incentiveReceiveSchema = Schema.object({
  investment: id,
  kind: Schema.oneOf(["taxCredit", "grant", "abatement"]),
  /** The authority that gives it. */
  authority: line,
  treatment: Schema.oneOf(["income", "reducesCost"]),
  currency,
  amount,
  bankReference: Schema.optional(bankReference),
});
export type IncentiveReceiveBody = Infer<typeof incentiveReceiveSchema>;

/** Money that came from an investment: capital that was returned, or the proceeds of a sale. */
export const investmentReceiptSchema = Schema.object({
  investment: id,
  currency,
  amount,
  bankReference: Schema.optional(bankReference),
});
export type InvestmentReceiptBody = Infer<typeof investmentReceiptSchema>;

/** A part of what is held, more than none and at most the whole: "1/1", "25%". */
const part = Schema.string({ format: RATIO_TEXT });

export const investmentDisposeSchema = Schema.object({
  investment: id,
  part,
  buyer: id,
  currency,
  /** Agreed proceeds. */
  amount,
});
export type InvestmentDisposeBody = Infer<typeof investmentDisposeSchema>;

export const investmentWriteOffSchema = Schema.object({ investment: id, part, cause: line });
export type InvestmentWriteOffBody = Infer<typeof investmentWriteOffSchema>;
