// One line of a bar chart that can be read, pointed at and followed: label, bar, count.
import { Link } from "@tanstack/react-router";
import { percent } from "./headline.ts";

export interface ShareRowProps {
  readonly label: string;
  readonly count: number;
  /** 0 to 1. */
  readonly share: number;
  /** Leads to the table, narrowed to those who answered this. */
  readonly to?: { readonly flowId: string; readonly answer: string; readonly value: string };
}

export function ShareRow({ label, count, share, to }: ShareRowProps) {
  const inside = (
    <>
      <span className="wrap-anywhere" dir="auto">
        {label}
      </span>
      <span className="share-track">
        <span className="share-bar" style={{ width: `${Math.min(1, share) * 100}%` }} />
      </span>
      <span className="share-count">
        {count} ({percent(share)})
      </span>
    </>
  );
  if (to === undefined) return <div className="share-row">{inside}</div>;
  const { flowId, answer, value } = to;
  return (
    <Link
      className="share-row"
      to="/flows/$flowId/responses"
      params={{ flowId }}
      search={({ tab: _tab, ...before }) => ({ ...before, answer, value })}
    >
      {inside}
    </Link>
  );
}
