// What `npm run bench` tells a run of the zeros; empty in `npm test`.
declare namespace Cloudflare {
  interface Env {
    ZEROS_PEOPLE: string;
    ZEROS_SEED: string;
    /** `all`: fail at every outside call, one run each. */
    ZEROS_SITES: string;
  }
}
