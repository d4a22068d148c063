import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useEffect } from "react";
import { ApiProblem } from "../api/client.ts";
import { followRecord } from "../api/record-events.ts";
import { keyOf, read } from "../api/use-api.ts";
import { Loading } from "../elements/loading.tsx";
import { LanguageProvider } from "../language/language-context.tsx";
import { router } from "./router.tsx";

/** What was asked for wrongly stays wrong; the world may come back. */
const RETRIES = 2;

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      retry: (count, failure) => !(failure instanceof ApiProblem) && count < RETRIES,
    },
  },
});

const FoundingPage = lazy(async () => {
  const { FoundingPage: page } = await import("../founding/founding-page.tsx");
  return { default: page };
});

/** The whole page: language, answers of the office, and the places it has. */
export function Office(): ReactNode {
  return (
    <LanguageProvider>
      <QueryClientProvider client={client}>
        <Founded />
      </QueryClientProvider>
    </LanguageProvider>
  );
}

/** Whether there is a fund; where the office is away, its pages say so. */
async function isFounded(): Promise<boolean> {
  try {
    await client.query({
      queryKey: keyOf("/api/v1/fund"),
      queryFn: () => read("/api/v1/fund"),
      staleTime: "static",
    });
    return true;
  } catch (failure) {
    return !(failure instanceof ApiProblem && failure.problem.code === "not_founded");
  }
}

/** The pages of the fund or, as long as there is none, its founding. */
function Founded(): ReactNode {
  const { data: is } = useQuery({
    queryKey: ["founded"],
    queryFn: isFounded,
    staleTime: Number.POSITIVE_INFINITY,
  });
  useEffect(() => (is === true ? followRecord(client) : undefined), [is]);
  if (is === undefined) return <Loading />;
  if (is) return <RouterProvider router={router} />;
  return (
    <Suspense fallback={<Loading />}>
      <FoundingPage />
    </Suspense>
  );
}
