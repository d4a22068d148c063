import type { GovernanceState } from "../governance/state.ts";
import type { ActDefinition } from "../governance/act-definition.ts";
import { governanceActs } from "../governance/acts/index.ts";
import { classClose, classOpen } from "./acts/classes.ts";
import { expenseBook, expensePay } from "./acts/expenses.ts";
import { feePay, feeWaive } from "./acts/fees.ts";
import { reserveRelease, reserveSet } from "./acts/reserves.ts";
import { orderPrice } from "./acts/order-price.ts";
import { orderCancel, orderPlace } from "./acts/orders.ts";
import { dealingResume, dealingSuspend } from "./acts/suspensions.ts";
import { charterAmend } from "./acts/amendment.ts";
import { bankStatement } from "./acts/bank.ts";
import { correctionPost, openingBalances, periodClose } from "./acts/books.ts";
import { covenantCure, covenantWaive, deleveragePlan } from "./acts/covenants.ts";
import { facilityPrepay, facilityRepay } from "./acts/debt-payments.ts";
import { facilityRefinance } from "./acts/refinancing.ts";
import { facilityDraw, facilityReceive } from "./acts/drawings.ts";
import {
  facilityAccelerate,
  facilityAmend,
  facilityClose,
  facilityEnter,
  rateFix,
} from "./acts/facilities.ts";
import { guaranteeCall, guaranteeGrant } from "./acts/guarantees.ts";
import { capitalDefer, capitalExcuse, capitalOptOut, capitalRemedy } from "./acts/call-relief.ts";
import { capitalCall } from "./acts/capital-call.ts";
import { capitalReceive } from "./acts/capital-receive.ts";
import { capitalReturn } from "./acts/capital-return.ts";
import { commitmentAccept, commitmentIncrease, commitmentRelease } from "./acts/commitments.ts";
import { fxConvert, fxFix } from "./acts/currency.ts";
import { claimFile, claimSettle, eventRecord } from "./acts/claims.ts";
import { delegationRevoke, delegationSet } from "./acts/delegations.ts";
import { deadlockAdvise, deadlockDeclare, deadlockResolve } from "./acts/deadlocks.ts";
import { disputeAward, disputeEscalate, disputeEscrow, disputeOpen } from "./acts/disputes.ts";
import { carryClawback, carryPay, carryReturn } from "./acts/carry.ts";
import { distributionDeclare, distributionDetermine } from "./acts/distributions.ts";
import { investmentDispose, investmentWriteOff } from "./acts/disposals.ts";
import {
  incentiveReceive,
  investmentCapitalReturned,
  investmentIncome,
  investmentProceeds,
} from "./acts/investment-receipts.ts";
import { hedgeClose, hedgeMark, hedgeOpen, hedgeReceive } from "./acts/hedges.ts";
import {
  investmentAdvance,
  investmentClose,
  investmentFollowOn,
  investmentRecommend,
  investmentSelect,
} from "./acts/investments.ts";
import { certificateWithdraw, milestoneCertify } from "./acts/milestones.ts";
import { capitalContributeInKind, contributionAppraise } from "./acts/in-kind.ts";
import { navStrike } from "./acts/nav.ts";
import { obligationFulfil, obligationRecord, pipelineApply } from "./acts/obligations.ts";
import { investmentFundOverrun, investmentOverrun, sponsorFunded } from "./acts/overruns.ts";
import { partyAdmit, partyWithdraw } from "./acts/parties.ts";
import { paymentRelease } from "./acts/payments.ts";
import { recoupmentInterpret, recoupmentRenegotiate } from "./acts/recoupment.ts";
import { valuationChallenge, valuationReview, valuationSubmit } from "./acts/valuations.ts";
import { vehicleCreate, vehicleDissolve } from "./acts/vehicles.ts";
import { exitAccept, exitNotice, exitOffer, exitSettle, interestTransfer } from "./acts/exits.ts";
import { auditAnswer, auditClose, auditFinding, auditOpinion } from "./acts/audit.ts";
import { sideLetterElect, sideLetterGrant } from "./acts/side-letters.ts";
import { windUpClose, windUpDistribute, windUpStart } from "./acts/wind-up.ts";
import { capitalFundShortfall } from "./acts/shortfall.ts";
import { capitalTrueUp } from "./acts/true-up.ts";
import type { FundEvent } from "./effects.ts";
import type { FundAct } from "./act-definition.ts";

/** A definition whose body type is its own business: it decodes what it then judges. */
type AnyAct = FundAct<never>;

const erase = <Body, State extends GovernanceState, Event extends FundEvent>(
  definition: ActDefinition<Body, State, Event>,
): AnyAct => definition as unknown as AnyAct;

const definitions: readonly AnyAct[] = [
  ...governanceActs.map((definition) => erase(definition)),
  erase(charterAmend),
  erase(partyAdmit),
  erase(partyWithdraw),
  erase(commitmentAccept),
  erase(commitmentIncrease),
  erase(commitmentRelease),
  erase(capitalCall),
  erase(capitalReceive),
  erase(capitalDefer),
  erase(capitalExcuse),
  erase(capitalOptOut),
  erase(capitalFundShortfall),
  erase(capitalRemedy),
  erase(capitalReturn),
  erase(capitalTrueUp),
  erase(contributionAppraise),
  erase(capitalContributeInKind),
  erase(investmentRecommend),
  erase(investmentSelect),
  erase(investmentClose),
  erase(investmentAdvance),
  erase(investmentFollowOn),
  erase(vehicleCreate),
  erase(vehicleDissolve),
  erase(milestoneCertify),
  erase(certificateWithdraw),
  erase(sponsorFunded),
  erase(investmentOverrun),
  erase(investmentFundOverrun),
  erase(investmentIncome),
  erase(incentiveReceive),
  erase(investmentCapitalReturned),
  erase(investmentDispose),
  erase(investmentProceeds),
  erase(investmentWriteOff),
  erase(valuationSubmit),
  erase(valuationChallenge),
  erase(valuationReview),
  erase(obligationRecord),
  erase(obligationFulfil),
  erase(pipelineApply),
  erase(navStrike),
  erase(classOpen),
  erase(classClose),
  erase(orderPlace),
  erase(orderCancel),
  erase(orderPrice),
  erase(dealingSuspend),
  erase(dealingResume),
  erase(feeWaive),
  erase(feePay),
  erase(expenseBook),
  erase(expensePay),
  erase(reserveSet),
  erase(reserveRelease),
  erase(distributionDetermine),
  erase(distributionDeclare),
  erase(recoupmentInterpret),
  erase(recoupmentRenegotiate),
  erase(carryPay),
  erase(carryClawback),
  erase(carryReturn),
  erase(paymentRelease),
  erase(fxFix),
  erase(fxConvert),
  erase(hedgeOpen),
  erase(hedgeMark),
  erase(hedgeClose),
  erase(hedgeReceive),
  erase(bankStatement),
  erase(periodClose),
  erase(correctionPost),
  erase(openingBalances),
  erase(rateFix),
  erase(facilityEnter),
  erase(facilityAmend),
  erase(facilityDraw),
  erase(facilityReceive),
  erase(facilityRepay),
  erase(facilityPrepay),
  erase(facilityRefinance),
  erase(facilityClose),
  erase(facilityAccelerate),
  erase(guaranteeGrant),
  erase(guaranteeCall),
  erase(covenantWaive),
  erase(covenantCure),
  erase(deleveragePlan),
  erase(eventRecord),
  erase(claimFile),
  erase(claimSettle),
  erase(disputeOpen),
  erase(disputeEscalate),
  erase(disputeEscrow),
  erase(disputeAward),
  erase(deadlockDeclare),
  erase(deadlockAdvise),
  erase(deadlockResolve),
  erase(delegationSet),
  erase(delegationRevoke),
  erase(auditFinding),
  erase(auditAnswer),
  erase(auditClose),
  erase(auditOpinion),
  erase(sideLetterGrant),
  erase(sideLetterElect),
  erase(exitNotice),
  erase(exitOffer),
  erase(exitAccept),
  erase(exitSettle),
  erase(interestTransfer),
  erase(windUpStart),
  erase(windUpDistribute),
  erase(windUpClose),
];

/**
 * Every act type of the fund, by name. The founding, `charter.adopt`, is an entry of its own kind.
 */
export const catalogue: ReadonlyMap<string, FundAct<unknown>> = new Map(
  definitions.map((definition) => [definition.type, definition as unknown as FundAct<unknown>]),
);
