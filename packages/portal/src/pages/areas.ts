import type { Area } from "../app/page-entry.ts";
import { analystArea } from "./analyst/index.ts";
import { auditorArea } from "./auditor/index.ts";
import { citizenArea } from "./citizen/index.ts";
import { distributorArea } from "./distributor/index.ts";
import { officerArea } from "./officer/index.ts";
import { partnerArea } from "./partner/index.ts";
import { problemsArea } from "./problems/index.ts";
import { publicArea } from "./public/index.ts";
import { signInArea } from "./sign-in/index.ts";
import { signingArea } from "./signing/index.ts";

/** Every part of the office, in the order of the main menu. */
export const AREAS: readonly Area[] = [
  publicArea,
  officerArea,
  auditorArea,
  partnerArea,
  citizenArea,
  analystArea,
  distributorArea,
  signingArea,
  signInArea,
  problemsArea,
];
