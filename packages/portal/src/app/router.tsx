import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from "@tanstack/react-router";
import type { ComponentType } from "react";
import { AREAS } from "../pages/areas.ts";
import { Loading } from "../elements/loading.tsx";
import { Waiting } from "../elements/waiting.tsx";
import { loadPage } from "./load-page.ts";
import { NotFound } from "./not-found.tsx";
import { PageFailure } from "./page-failure.tsx";
import { Shell } from "./shell.tsx";

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

function waiting(Page: ComponentType): ComponentType {
  return function WaitingPage() {
    return (
      <Waiting>
        <Page />
      </Waiting>
    );
  };
}

const routes = AREAS.flatMap(({ pages }) => pages).map(({ path, load }) =>
  createRoute({
    getParentRoute: () => root,
    path,
    // A page waits for what it asks for by itself.
    wrapInSuspense: false,
    component: lazyRouteComponent(async () => ({ default: waiting((await loadPage(load)).Page) })),
  }),
);

/** Every page by its address, as the areas list them. */
export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultPreload: "intent",
  defaultErrorComponent: PageFailure,
  defaultPendingComponent: Loading,
  defaultPendingMs: 200,
  defaultPendingMinMs: 0,
  scrollRestoration: true,
});
