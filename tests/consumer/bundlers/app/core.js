// The core alone, for a bundler that does not read a package's exports unless it is told to.
import { load } from "vestibule";

load().then(
  (core) => {
    document.title = core.check({ name: " Acme  Ltd ", recordType: "business" }).value.name;
  },
  (error) => {
    document.title = `${error}`;
  },
);
