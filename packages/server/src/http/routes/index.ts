import type { Route } from "../route.ts";
import { fundRoute } from "./fund-route.ts";
import { logRoute } from "./log-route.ts";
import { pageRoute, whyRoute } from "./page-routes.ts";
import { problemRoute } from "./problem-route.ts";

/** Everything that the API takes, in the order of its reference. */
export const ROUTES: readonly Route[] = [fundRoute, pageRoute, whyRoute, logRoute, problemRoute];
