import "vestibule/define";
import "vestibule/react";
import "vestibule/signup.css";

export function JoinUs() {
  return (
    <>
      <h1>Join us</h1>
      <vestibule-signup onvestibule-created={({ detail }) => void (document.title = `Account ${detail.accountNumber}`)} />
    </>
  );
}
