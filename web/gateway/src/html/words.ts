// The words of the pages that only exist without JavaScript. The page's own words come with the page.

export const words = {
  errorTitle: "Error: ",
  createdHeading: "Your account is open",
  accountNumber: "Account number",
  customerId: "Customer ID",
  stage: "Stage",
  noAccountNumber: "You will be told your account number shortly.",
  createdNext:
    "You can look around as long as you like. Nothing is billed until your first order, which makes the account active.",
  pendingHeading: "Not confirmed yet",
  failedHeading: "That did not work",
  retry: "Check again",
  resend: "Send it again",
  back: "Go to the sign-up page",
  freshKey: "To send these answers as another sign-up, press the button.",
} as const;
