#include "value_pools.hpp"

namespace vestibule::parity {
namespace {

using catalogue::Field;
using catalogue::Kind;
using namespace std::string_view_literals;
using Texts = std::string_view[];

// In each list the good ones stand first; `good` in texts_for() says how many they are.
constexpr Texts names = {"Acme",
                         "O'Brien & S\u00f6hne GmbH",
                         "\u682a\u5f0f\u4f1a\u793e Acme",
                         "\u0395\u03bb\u03bb\u03ac\u03b4\u03b1 SA",
                         "X \u00c6 A-12",
                         "Ke$ha \U0001F3A4",
                         "  Acme   Ltd  ",
                         "Acme\u00a0Ltd",
                         "-",
                         "N/A",
                         "Null",
                         "<script>alert(1)</script> Ltd",
                         "=1+1",
                         "'; DROP TABLE customers;--",
                         "Acme\tLtd\n",
                         "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
                         "e\u0301cole",
                         "\U0001F468\u200D\U0001F469",
                         "Soft\u00adhyphen",
                         "\u6f22\U000E0100"};
constexpr Texts emails = {"a@b.co",
                          "USER@EXAMPLE.ORG",
                          " o'neil+tag@sub.example.org ",
                          "j\u00f6rg@example.de",
                          "user@xn--bcher-kva.example",
                          "\u7528\u6237@\u4f8b\u5b50.\u4e2d\u56fd",
                          "a@b",
                          "a@@b.co",
                          "a..b@c.de",
                          "a@[127.0.0.1]",
                          "a@localhost",
                          "\"A\" <a@b.co>",
                          "mailto:a@b.co",
                          "a@b.co\r\nBcc: x@y.z",
                          "sixty-five-octets-before-the-at-sign-are-one-too-many-for-smtp-ok@example.org"};
constexpr Texts phones = {"+1 (415) 555-2671",
                          "+44 20 7946 0018",
                          "0171 1234567",
                          "+49 (0)171 1234567 ext. 12",
                          "tel:+14155552671",
                          "\u0660\u0661\u0662\u0663\u0664\u0665",
                          "\uff0b\uff14\uff14 20 7946 0018",
                          "+81 3-5253-1111",
                          "+55 (11) 3113-9000",
                          "+39 06 6982",
                          "+7 495 606-36-02",
                          "+91 98765 43210",
                          "+599 9 433 1000",
                          "+800 1234 5678",
                          "030 901820",
                          "+1 200 000 0000",
                          "+49 0000",
                          "+999 1234567",
                          "+1 415 CALL NOW",
                          "++1",
                          "123",
                          "1234567890123456",
                          "(415 555",
                          "+0123456"};
constexpr Texts websites = {"example.org",
                            "HTTPS://EXAMPLE.org:443/a/../b",
                            "http://example.org/\u00fc?q=\u00e4#\u00f6",
                            "example.org:8080/x",
                            "https://b\u00fccher.example/",
                            "https://xn--bcher-kva.example/",
                            "https://\u4f8b\u5b50.\u4e2d\u56fd/",
                            "https://fa\u00df.example",
                            "http://\u0440\u0430ypal.com",
                            "https://xn--a.example/",
                            "https://\u0645\u062b\u0627\u0644.example",
                            "javascript:alert(1)",
                            "http://u:p@example.org",
                            "http://169.254.169.254/",
                            "http://2130706433/",
                            "http://[::1]/",
                            "ftp://a",
                            "//a",
                            "https://a\\@b",
                            "https://example.org:70000",
                            "http://localhost/",
                            "https:// a.b"};
constexpr Texts streets = {
    "1 Market St", "1 Market St\r\nSuite 300", "a\nb\nc\nd", "  12\t High  St \n", "\n\nBox 7\n\n", "a\nb\nc\nd\ne"};
constexpr Texts cities = {"San Francisco", "M\u00fcnchen", "\u6771\u4eac",
                          "a city whose name has more than forty letters in it"};
constexpr Texts states = {"CA",        "Bayern", "\u6771\u4eac\u90fd", "california", "S\u00e3o Paulo",
                          "sao paulo", "ON",     "Ile-de-France",      "New Yrok",   "XX"};
constexpr Texts postal_codes = {"94105",     "SW1A1AA", "90210-1234", "d-10117", "105-0011",
                                "01310-100", "k1a0b1",  "3511ab",     "1",       "123456789012345678901"};
constexpr Texts countries = {"US",
                             "de",
                             " gb ",
                             "UK",
                             "ZZ",
                             "United Kingdom",
                             "Deutschland",
                             "JP",
                             "BR",
                             "NL",
                             "CA",
                             "the Gambia",
                             "C\u00f4te d'Ivoire",
                             "St. Lucia",
                             "\U0001F1EC\U0001F1E7"};
constexpr Texts record_types = {"Business", "Business", "Business",  "Consumer",
                                "Business", "consumer", " BUSINESS", "company"};
constexpr Texts types = {"Prospect", "direct customer", "Lead"};
constexpr Texts industries = {"Technology", "technology", "Basket Weaving"};
constexpr Texts ownerships = {"Private", "private", "Secret"};
constexpr Texts payment_methods = {"ACH", "Wire Transfer", "ach", "Cash"};
constexpr Texts payment_terms = {"Net 30", "net 30", "Net 31"};
constexpr Texts billing_periods = {"Monthly", "monthly", "Weekly"};
constexpr Texts uuids = {"f81d4fae-7dec-11d0-a765-00a0c91e6bf6",   "F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6",
                         " f81d4fae-7dec-11d0-a765-00a0c91e6bf6 ", "00000000-0000-0000-0000-000000000000",
                         "{f81d4fae-7dec-11d0-a765-00a0c91e6bf6}", "f81d4fae7dec11d0a76500a0c91e6bf6"};
constexpr Texts cycles = {"1", "12", "1e0", "32", "0", "01", "first"};
constexpr Texts plain = {"about 50", "A-0001", "x", "Two lines\nof text", "\u00e9t\u00e9"};

constexpr Texts odd = {
    "",
    "   ",
    "\u3164",
    "\u2800",
    "\u200b",
    "a\0b"sv,
    "\a",
    "\u001b[31m",
    "\u007f",
    "\u0085",
    "Acme\u202eexe",
    "\u2066x\u2069",
    "Ac\u200bme",
    "\ufeffAcme",
    "A\u200dB",
    "\U000E0041tag",
    "a\U000E0100",
    "\u6f22\U000E0100\U000E0101",
    "\ufffe",
    "\ufdd0",
    "\U0001FFFF",
    "\ue000",
    "\ufffd",
    "e\u0301\u0302\u0303\u0304\u0305",
    "e\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030a\u030b\u030c\u030d\u030e\u030f\u0310\u0311",
    "%2520",
    "&amp;lt;",
    "\\u0041",
    "${jndi:ldap://x}",
    "{{7*7}}",
    "../../etc/passwd",
    "null",
    "undefined",
    "\u212b",
    "\ufb01",
    "\uff21cme",
    "\u0130\u0131\u00df"};

constexpr Texts numbers = {"0", "10", "99999999", "1e2", "10.0", "-0", "1250000.5", "250"};
constexpr Texts bad_numbers = {"10.5",
                               "-1",
                               "100000000",
                               "1000000000000000000",
                               "1e400",
                               "-1e400",
                               "1e-400",
                               "1e-40",
                               "9007199254740993",
                               "0.1234567890123456789",
                               "123456789012345678901234567890123",
                               "9007199254740992",
                               "1E+2",
                               "0.10"};

constexpr Texts values = {"null",
                          "true",
                          "false",
                          "7",
                          "\"10\"",
                          "\"1,000\"",
                          "\"true\"",
                          "[]",
                          "{}",
                          "[1]",
                          "[\"ACH\"]",
                          "[\"ACH\",\"Wire Transfer\"]",
                          "[\"ACH\",\"ACH\"]",
                          "[\"Cash\"]",
                          "[[]]",
                          "{\"a\":{\"b\":[null]}}",
                          "[null]",
                          "[\"ach\"]"};

constexpr Texts unknown = {"nmae",  "Name",     "emial", "__proto__", "constructor", "toString",   "", "0",
                           "name ", "name\0"sv, "a/b~c", "\u00e9",    "recordtype",  "billingZip", "x"};

constexpr Texts damage = {"\xC0\xAF"sv,
                          "\xED\xA0\x80"sv,
                          "\xF4\x90\x80\x80"sv,
                          "\xE2\x82"sv,
                          "\xFF"sv,
                          "\\ud800",
                          "\\udc00\\ud800",
                          "\\ud83dx",
                          "\\x41",
                          "\\u00G0",
                          "\0"sv,
                          "\x01"sv,
                          "\n",
                          "/*c*/",
                          ",",
                          ",,",
                          "'",
                          "\"",
                          "}",
                          "]",
                          "{",
                          "[",
                          ":",
                          "NaN",
                          "01",
                          "+1",
                          ".5",
                          "1.",
                          "0x1F",
                          "1e",
                          "tru",
                          "[[[[[[[[[",
                          "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1",
                          "\xEF\xBB\xBF"sv,
                          "\u2028",
                          "%",
                          "%4",
                          "%zz",
                          "%C0%AF",
                          "%00",
                          "&",
                          "=",
                          "+"};

}  // namespace

Pool texts_for(Field field) {
  const auto pool = [](std::span<const std::string_view> all, std::size_t good) { return Pool{all.first(good), all}; };
  switch (field) {
    case Field::contact_name:
    case Field::name: return pool(names, std::size(names));
    case Field::record_type: return pool(record_types, 5);
    case Field::billing_city:
    case Field::shipping_city:
    case Field::contact_billing_city:
    case Field::contact_shipping_city: return pool(cities, 3);
    case Field::type: return pool(types, 3);
    case Field::industry: return pool(industries, 3);
    case Field::ownership: return pool(ownerships, 1);
    case Field::payment_method: return pool(payment_methods, 2);
    case Field::payment_term: return pool(payment_terms, 1);
    case Field::billing_period: return pool(billing_periods, 1);
    default: break;
  }
  switch (catalogue::info(field).kind) {
    case Kind::state: return pool(states, 8);
    case Kind::postal: return pool(postal_codes, 8);
    case Kind::street:
    case Kind::multiline: return pool(streets, 5);
    case Kind::email: return pool(emails, 6);
    case Kind::phone: return pool(phones, 15);
    case Kind::url: return pool(websites, 5);
    case Kind::country: return pool(countries, 14);
    case Kind::uuid: return pool(uuids, 3);
    case Kind::cycle: return pool(cycles, 3);
    default: return pool(plain, std::size(plain));
  }
}

std::span<const std::string_view> odd_texts() { return odd; }
std::span<const std::string_view> honest_numbers() { return numbers; }
std::span<const std::string_view> odd_numbers() { return bad_numbers; }
std::span<const std::string_view> odd_values() { return values; }
std::span<const std::string_view> unknown_names() { return unknown; }
std::span<const std::string_view> splices() { return damage; }

}  // namespace vestibule::parity
