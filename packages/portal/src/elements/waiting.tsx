import { useQueryClient } from "@tanstack/react-query";
import {
  Fragment,
  type ReactNode,
  Suspense,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { Loading } from "./loading.tsx";

type Props = { readonly children: ReactNode; readonly placeholder?: ReactNode };

/**
 * What is shown once all it asks for has come, and a placeholder until then. React holds back for
 * 300 ms what it tries again by itself after a placeholder was shown. So, as long as nothing of it
 * was shown, it is begun anew with every answer that comes, and stands there with the last.
 */
export function Waiting({ children, placeholder = <Loading /> }: Props): ReactNode {
  const client = useQueryClient();
  const isShown = useRef(false);
  const [tries, setTries] = useState(0);
  useEffect(
    () =>
      client.getQueryCache().subscribe(({ type, query }) => {
        if (type !== "updated" || query.state.status === "pending" || isShown.current) return;
        setTries((before) => before + 1);
      }),
    [client],
  );
  return (
    <Suspense fallback={placeholder}>
      <Fragment key={tries}>
        <Shown
          whenShown={() => {
            isShown.current = true;
          }}
        />
        {children}
      </Fragment>
    </Suspense>
  );
}

/** Tells that what it stands in is shown. */
function Shown({ whenShown }: { readonly whenShown: () => void }): ReactNode {
  useLayoutEffect(whenShown);
  return null;
}
