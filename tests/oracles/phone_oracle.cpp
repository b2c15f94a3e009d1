// What libphonenumber says about phone numbers, in the words of phone_answers.
// usage: phone_oracle [--typing] < lines of "COUNTRY<TAB>text"
#include <phonenumbers/asyoutypeformatter.h>
#include <phonenumbers/phonenumberutil.h>

#include <iostream>
#include <memory>
#include <string>
#include <string_view>

namespace {

using i18n::phonenumbers::AsYouTypeFormatter;
using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

std::string type_name(PhoneNumberUtil::PhoneNumberType type) {
  switch (type) {
    case PhoneNumberUtil::FIXED_LINE: return "fixed_line";
    case PhoneNumberUtil::MOBILE: return "mobile";
    case PhoneNumberUtil::FIXED_LINE_OR_MOBILE: return "fixed_line_or_mobile";
    case PhoneNumberUtil::TOLL_FREE: return "toll_free";
    case PhoneNumberUtil::PREMIUM_RATE: return "premium_rate";
    case PhoneNumberUtil::SHARED_COST: return "shared_cost";
    case PhoneNumberUtil::VOIP: return "voip";
    case PhoneNumberUtil::PERSONAL_NUMBER: return "personal_number";
    case PhoneNumberUtil::PAGER: return "pager";
    case PhoneNumberUtil::UAN: return "uan";
    case PhoneNumberUtil::VOICEMAIL: return "voicemail";
    default: return "unknown";
  }
}

std::string answer(const PhoneNumberUtil& util, const std::string& country, const std::string& text) {
  PhoneNumber number;
  if (util.Parse(text, country.empty() ? "ZZ" : country, &number) != PhoneNumberUtil::NO_PARSING_ERROR)
    return "refused";
  std::string region, e164, national, international;
  util.GetRegionCodeForNumber(number, &region);
  util.Format(number, PhoneNumberUtil::E164, &e164);
  if (number.has_extension()) e164 += " x" + number.extension();  // as the core stores it
  util.Format(number, PhoneNumberUtil::NATIONAL, &national);
  util.Format(number, PhoneNumberUtil::INTERNATIONAL, &international);
  std::string out = util.IsValidNumber(number) ? "valid\t" : "invalid\t";
  return out + e164 + "\t" + region + "\t" + type_name(util.GetNumberType(number)) + "\t" + national + "\t" +
         international;
}

std::string typed(const PhoneNumberUtil& util, const std::string& country, const std::string& text) {
  const std::unique_ptr<AsYouTypeFormatter> formatter{util.GetAsYouTypeFormatter(country.empty() ? "ZZ" : country)};
  std::string shown;
  for (const char c : text) formatter->InputDigit(static_cast<unsigned char>(c), &shown);
  return shown;
}

}  // namespace

int main(int argc, char** argv) {
  const bool typing = argc > 1 && std::string_view{argv[1]} == "--typing";
  const PhoneNumberUtil& util = *PhoneNumberUtil::GetInstance();
  std::string line;
  while (std::getline(std::cin, line)) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) continue;
    const std::string country = line.substr(0, tab);
    const std::string text = line.substr(tab + 1);
    std::cout << (typing ? typed(util, country, text) : answer(util, country, text)) << '\n';
  }
}
