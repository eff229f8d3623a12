// How often each number was said.
import "@mantine/charts/styles.css";
import { BarChart } from "@mantine/charts";

export interface HistogramProps {
  readonly bins: readonly { readonly label: string; readonly count: number }[];
  /** What is counted. */
  readonly name: string;
}

export function Histogram({ bins, name }: HistogramProps) {
  return (
    <>
      <div aria-hidden>
        <BarChart
          h={180}
          data={bins.map(({ label, count }) => ({ label, count }))}
          dataKey="label"
          series={[{ name: "count", label: name, color: "teal.6" }]}
          gridAxis="x"
          // Up to the tallest bar: the chart would round it up to a line without a number.
          yAxisProps={{ allowDecimals: false, width: 32, domain: [0, "dataMax"] }}
          barChartProps={{ accessibilityLayer: false }}
        />
      </div>
      <table className="unseen">
        <tbody>
          {bins.map(({ label, count }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
