// Calls by the hour of the day: answered, and not.
import "@mantine/charts/styles.css";
import { BarChart } from "@mantine/charts";

export interface HoursChartProps {
  readonly hours: readonly { readonly hour: number; readonly answered: number; readonly missed: number }[];
  readonly heightPx: number;
}

export default function HoursChart({ hours, heightPx }: HoursChartProps) {
  const data = hours.map(({ hour, answered, missed }) => ({
    hour: `${String(hour).padStart(2, "0")}:00`,
    Answered: answered,
    Missed: missed,
  }));
  return (
    <BarChart
      h={heightPx}
      data={data}
      dataKey="hour"
      type="stacked"
      series={[
        { name: "Answered", color: "teal.6" },
        { name: "Missed", color: "red.6" },
      ]}
      withLegend
      yAxisProps={{ allowDecimals: false, width: 32 }}
      tickLine="y"
    />
  );
}
