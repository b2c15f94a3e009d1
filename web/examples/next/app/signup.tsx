"use client";
import "vestibule/define";
import "vestibule/react";
import "vestibule/signup.css";

export function Signup() {
  return (
    <vestibule-signup onvestibule-created={({ detail }) => void (document.title = `Account ${detail.accountNumber}`)} />
  );
}
