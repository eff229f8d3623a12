// Before anything heavy is fetched: whoever never signed in here is asked to first, and comes back to the page they wanted.
import { hasSignedIn } from "./ui/hint.ts";

if (hasSignedIn()) void import("./main.tsx");
else {
  const { pathname, search, hash } = location;
  const to = `${pathname}${search}${hash}`;
  location.replace(to === "/" ? "/sign-in" : `/sign-in?to=${encodeURIComponent(to)}`);
}
