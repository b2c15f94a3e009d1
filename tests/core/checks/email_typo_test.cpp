// The public suites of misspelt domains, and real domains that must stay, run in suites_test.cpp.
#include "vestibule/checks/email_typo.hpp"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"
#include "tests/support/vectors.hpp"
#include "vestibule/atlas/builtin.hpp"

namespace {

using namespace vestibule;

std::string suggestion(std::string_view domain) {
  const auto meant = checks::suggest_mail_domain(test::ExactBlock{domain}.view(), atlas::builtin().section("MAIL"));
  return meant.value_or("");
}

TEST_CASE("one slip away from an invented name is that name", "[email_typo]") {
  for (const std::string_view domain : {"gmial.com", "gmai.com", "gmaill.com", "gnail.com", "gmail.con", "gmial.cmo",
                                        "gmailc.om", "g.mail.com", "gmailcom", "gmail.co", "gmail.comm", "gmil.com"}) {
    CAPTURE(domain);
    CHECK(suggestion(domain) == "gmail.com");
  }
  CHECK(suggestion("hotmial.co.uk") == "hotmail.co.uk");
  CHECK(suggestion("hotmail.co.ik") == "hotmail.co.uk");  // no country has .ik
  CHECK(suggestion("yhaoo.fr") == "yahoo.fr");
  CHECK(suggestion("t-onlien.de") == "t-online.de");
  CHECK(suggestion("comcast.nry") == "comcast.net");
}

TEST_CASE("a top-level domain that is none is corrected for anybody", "[email_typo]") {
  CHECK(suggestion("acme-widgets.con") == "acme-widgets.com");
  CHECK(suggestion("mail.acme.cmo") == "mail.acme.com");
  CHECK(suggestion("acme.nrt") == "acme.net");
  for (const std::string_view domain : {"acme.co", "acme.cm", "acme.om", "acme.ne", "acme.cam", "acme.new", "acme.org",
                                        "acme.example", "acme.con.uk", "con.com", "acme.xn--p1ai"}) {
    CAPTURE(domain);
    CHECK(suggestion(domain) == "");
  }
}

TEST_CASE("real domains beside those of large providers stay", "[email_typo]") {
  for (const std::string_view domain :
       {"gmx.com",     "gmx.net",         "mail.com",       "ymail.com",      "email.com",      "hotmail.co.uk",
        "live.com",    "me.com",          "mac.com",        "googlemail.com", "gmail.ru",       "cloud.com",
        "fastmail.fm", "globe.com",       "never.com",      "free.com",       "outlook.com.au", "yahoo.no",
        "charger.net", "windowslive.com", "laposte.fr",     "earthling.net",  "mail.ru",        "email.it",
        "live.ie",     "hotmails.com",    "proto2mail.com", "zoutlook.com",   "fmail.com",      "hushmail.com",
        "aol.fr",      "qq.com"}) {
    CAPTURE(domain);
    CHECK(suggestion(domain) == "");
  }
}

TEST_CASE("the atlas knows every domain of its source, and what is meant by every misspelling", "[email_typo]") {
  using nlohmann::json;
  const json source =
      json::parse(test::read_file(VESTIBULE_PROJECT "/core/data/atlas/mail-domains.json"), nullptr, false);
  const json& data = source.at("data");
  for (const char* kind : {"invented", "common", "real"}) {
    for (const auto& domain : data.at(kind).get<std::vector<std::string>>()) {
      CAPTURE(domain);
      CHECK(suggestion(domain) == "");
    }
  }
  for (const auto& [meant, misspelt] : data.at("misspelt").items()) {
    for (const auto& domain : misspelt.get<std::vector<std::string>>()) {
      CAPTURE(domain);
      CHECK(suggestion(domain) == meant);
    }
  }
  for (const auto& label : data.at("near_top_level").get<std::vector<std::string>>()) {
    CAPTURE(label);
    CHECK(suggestion("acme." + label) == "");
  }
}

TEST_CASE("data that ends too early, wherever, is read without leaving it", "[email_typo][W]") {
  const std::string_view whole = atlas::builtin().section("MAIL");
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const test::ExactBlock data{whole.substr(0, size)};
    for (const std::string_view domain : {"gmial.com", "gmail.con", "acme.example", "yahoo.co.uk"}) {
      const auto meant = checks::suggest_mail_domain(domain, data.view());
      CHECK((!meant || meant->size() < 20));
    }
  }
}

TEST_CASE("without data, and for what no provider has, nothing is suggested", "[email_typo]") {
  CHECK_FALSE(checks::suggest_mail_domain("gmial.com", "").has_value());
  for (const std::string_view domain : {"", ".", "com", ".con", "g", "gmail", "gmail.", "..con"}) {
    CAPTURE(domain);
    CHECK(suggestion(domain).size() <= domain.size() + 4);  // answered, whatever it is
  }
  CHECK(suggestion(std::string(60, 'a') + ".con") == std::string(60, 'a') + ".com");
  CHECK(suggestion(std::string(61, 'a') + ".con") == "");
}

TEST_CASE("a slip is one character or two neighbours", "[email_typo]") {
  const auto slip = [](std::string_view meant, std::string_view typed) {
    return checks::find_slip(test::ExactBlock{meant}.view(), test::ExactBlock{typed}.view());
  };
  for (const std::string_view typed :
       {"bcd", "acd", "abc", "abbcd", "xabcd", "abcdx", "bacd", "abdc", "xbcd", "abcx"}) {
    CAPTURE(typed);
    CHECK(slip("abcd", typed).found);
  }
  for (const std::string_view typed : {"abcd", "", "ab", "abcdef", "badc", "xbcx", "dbca", "cdab"}) {
    CAPTURE(typed);
    CHECK_FALSE(slip("abcd", typed).found);
  }
  CHECK(slip("gmail", "gnail").adjacent);
  CHECK(slip("gmail", "gmoil").replaced);
  CHECK_FALSE(slip("gmail", "gmoil").adjacent);
  CHECK(slip("gmail", "gnail").at == 1);
}

}  // namespace
