import type { Route } from "../route.ts";
import { actCountsRoute } from "./act-count-route.ts";
import { actRoute, actsRoute } from "./act-routes.ts";
import {
  auditListRoute,
  auditListsRoute,
  evidenceRoute,
  sampleFileRoute,
  sampleRoute,
} from "./audit-routes.ts";
import { actTypeRoute, actTypesRoute } from "./act-type-routes.ts";
import { calendarRoute } from "./calendar-route.ts";
import {
  chartersRoute,
  comparisonRoute,
  powersOfRoute,
  powersRoute,
} from "./charter-analysis-routes.ts";
import { charterRoute, charterVersionsRoute, explanationRoute } from "./charter-routes.ts";
import {
  covenantHistoryRoute,
  covenantsRoute,
  facilitiesRoute,
  guaranteesRoute,
} from "./debt-routes.ts";
import { alarmsRoute, deskCashRoute } from "./desk-cash-routes.ts";
import { deskActRoute, inboxRoute } from "./desk-routes.ts";
import { draftRoute } from "./draft-route.ts";
import { entryRoute } from "./entry-route.ts";
import { checksRoute } from "./check-route.ts";
import { eventRoute } from "./event-route.ts";
import {
  cancellationRoute,
  experimentRoute,
  experimentStatusRoute,
  scenariosRoute,
  scenarioTermsRoute,
} from "./experiment-routes.ts";
import { fundRoute } from "./fund-route.ts";
import { historyRoute } from "./history-route.ts";
import { holdingFileRoute, holdingRoute, orderTermsRoute } from "./holding-routes.ts";
import { investmentRoute, investmentsRoute } from "./investment-routes.ts";
import { logRoute } from "./log-route.ts";
import { opinionsRoute } from "./opinion-route.ts";
import {
  askRoute,
  declineRoute,
  myRequestsRoute,
  requestsRoute,
  withdrawRoute,
} from "./order-request-routes.ts";
import { pageRoute, whyPostedRoute, whyRoute } from "./page-routes.ts";
import {
  partnerAccountRoute,
  partnerFileRoute,
  partnerFlowsRoute,
  partnerNoticeRoute,
  partnerNoticesRoute,
  partnerRoute,
  partnerWhyRoute,
} from "./partner-routes.ts";
import { problemRoute } from "./problem-route.ts";
import { movedPolicyRoute, policiesRoute, policyComparisonRoute } from "./policy-routes.ts";
import {
  pathRoute,
  projectionRoute,
  projectionTermsRoute,
  rankedPathsRoute,
} from "./projection-routes.ts";
import { refusalsRoute } from "./refusal-route.ts";
import { sessionEndRoute, sessionRoute } from "./session-routes.ts";
import { passkeyOptionsRoute, passkeyRoute, signingRoute } from "./signing-routes.ts";
import { stepsRoute } from "./step-route.ts";
import { statementFileRoute, statementNamesRoute, statementRoute } from "./statement-routes.ts";
import { submissionRoute } from "./submission-route.ts";
import {
  startVerificationRoute,
  verificationRoute,
  verificationsRoute,
} from "./verification-routes.ts";

/** Everything that the API takes, in the order of its reference. */
export const ROUTES: readonly Route[] = [
  fundRoute,
  pageRoute,
  whyRoute,
  whyPostedRoute,
  statementNamesRoute,
  statementRoute,
  statementFileRoute,
  actsRoute,
  actRoute,
  actCountsRoute,
  refusalsRoute,
  investmentsRoute,
  investmentRoute,
  facilitiesRoute,
  covenantsRoute,
  covenantHistoryRoute,
  guaranteesRoute,
  historyRoute,
  calendarRoute,
  charterRoute,
  charterVersionsRoute,
  explanationRoute,
  powersRoute,
  chartersRoute,
  comparisonRoute,
  powersOfRoute,
  policiesRoute,
  policyComparisonRoute,
  movedPolicyRoute,
  projectionTermsRoute,
  projectionRoute,
  rankedPathsRoute,
  pathRoute,
  stepsRoute,
  scenariosRoute,
  scenarioTermsRoute,
  experimentRoute,
  experimentStatusRoute,
  cancellationRoute,
  partnerRoute,
  partnerWhyRoute,
  partnerFlowsRoute,
  partnerNoticesRoute,
  partnerNoticeRoute,
  partnerAccountRoute,
  partnerFileRoute,
  holdingRoute,
  holdingFileRoute,
  orderTermsRoute,
  myRequestsRoute,
  askRoute,
  withdrawRoute,
  requestsRoute,
  declineRoute,
  entryRoute,
  eventRoute,
  submissionRoute,
  signingRoute,
  passkeyOptionsRoute,
  passkeyRoute,
  checksRoute,
  opinionsRoute,
  auditListsRoute,
  auditListRoute,
  evidenceRoute,
  sampleRoute,
  sampleFileRoute,
  startVerificationRoute,
  verificationsRoute,
  verificationRoute,
  inboxRoute,
  deskActRoute,
  deskCashRoute,
  alarmsRoute,
  actTypesRoute,
  actTypeRoute,
  draftRoute,
  sessionRoute,
  sessionEndRoute,
  logRoute,
  problemRoute,
];
