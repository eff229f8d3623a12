/** @jsxImportSource hono/jsx/dom */
// A place to send: one of a few, the browser's own, or typed.
import { useEffect, useRef, useState } from "hono/jsx/dom";
import type { Location } from "../../message.ts";

const PLACES: readonly Required<Pick<Location, "label" | "latitude" | "longitude">>[] = [
  { label: "Pike Place, Seattle", latitude: 47.6097, longitude: -122.3422 },
  { label: "Ferry Building, San Francisco", latitude: 37.7955, longitude: -122.3937 },
  { label: "Union Square, New York", latitude: 40.7359, longitude: -73.9911 },
];

export type LocationDialogProps = { close: () => void; choose: (location: Location) => Promise<void> };

export function LocationDialog({ close, choose }: LocationDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [place, setPlace] = useState<Location>({ ...PLACES[0], latitude: 47.6097, longitude: -122.3422 });
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const set = (change: Partial<Location>): void => setPlace({ ...place, ...change });
  const number = (name: "latitude" | "longitude") => (event: Event) => {
    if (event.target instanceof HTMLInputElement) set({ [name]: event.target.valueAsNumber });
  };
  const here = (): void => {
    navigator.geolocation.getCurrentPosition(({ coords }) =>
      set({ latitude: coords.latitude, longitude: coords.longitude, label: "Here" }),
    );
  };
  const valid = Number.isFinite(place.latitude) && Number.isFinite(place.longitude);
  return (
    <dialog ref={dialog} class="location" aria-label="Send a location" onClose={close}>
      <h3>Send a location</h3>
      <div class="places">
        {PLACES.map((each) => (
          <button type="button" key={each.label} onClick={() => setPlace(each)}>
            {each.label}
          </button>
        ))}
        <button type="button" onClick={here}>
          Where this browser is
        </button>
      </div>
      <label>
        Name
        <input
          value={place.label ?? ""}
          onInput={(event: Event) =>
            event.target instanceof HTMLInputElement && set({ label: event.target.value })
          }
        />
      </label>
      <label>
        Latitude
        <input
          type="number"
          step="any"
          min={-90}
          max={90}
          value={place.latitude}
          onInput={number("latitude")}
        />
      </label>
      <label>
        Longitude
        <input
          type="number"
          step="any"
          min={-180}
          max={180}
          value={place.longitude}
          onInput={number("longitude")}
        />
      </label>
      <div class="choices">
        <button type="button" onClick={() => dialog.current?.close()}>
          Cancel
        </button>
        <button
          type="button"
          class="primary"
          disabled={!valid}
          onClick={() => void choose(place).then(() => dialog.current?.close())}
        >
          Send location
        </button>
      </div>
    </dialog>
  );
}
