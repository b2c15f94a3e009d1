// What the tenant asks for, as the gateway wrote it into the page. The element takes it as it is defined, and so later than this.
const written = document.querySelector('script[type="application/json"][data-vestibule="profile"]');
const element = document.querySelector("vestibule-signup");
if (written !== null && element !== null) element.profile = JSON.parse(written.textContent ?? "");
