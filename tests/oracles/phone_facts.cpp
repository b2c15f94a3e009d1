// The numbering plans that the installed libphonenumber carries, as core/data/atlas/phone-metadata.json has those of the
// core: an atlas made of them knows exactly what the library knows, and whatever then differs is logic.
// usage: phone_facts > FILE
#include <phonenumbers/phonemetadata.pb.h>

#include <iostream>
#include <string>
#include <string_view>
#include <utility>

namespace i18n::phonenumbers {

// Exported by the library, declared in a header of its sources alone.
int metadata_size();
const void* metadata_get();

}  // namespace i18n::phonenumbers

namespace {

using i18n::phonenumbers::NumberFormat;
using i18n::phonenumbers::PhoneMetadata;
using i18n::phonenumbers::PhoneMetadataCollection;
using i18n::phonenumbers::PhoneNumberDesc;

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out.push_back('\\');
    out.push_back(c);
  }
  out.push_back('"');
  return out;
}

// The library has put the national prefix into its rules; what is left of them is the first group.
std::string rule_of(std::string text) {
  for (std::size_t at = text.find("$1"); at != std::string::npos; at = text.find("$1", at + 3)) {
    text.replace(at, 2, "$FG");
  }
  return text;
}

// Members of an object or of a list, with commas between them.
class Members {
 public:
  explicit Members(std::ostream& out) : out_{out} {}
  std::ostream& next() { return out_ << (std::exchange(first_, false) ? "" : ","); }
  void text(std::string_view name, const std::string& value) {
    if (!value.empty()) next() << quoted(name) << ':' << quoted(value);
  }
  void flag(std::string_view name, bool value) {
    if (value) next() << quoted(name) << ":true";
  }

 private:
  std::ostream& out_;
  bool first_ = true;
};

// How the international format of `format` reads; "NA": there is none.
std::string international(const NumberFormat& format, const PhoneMetadata& region) {
  if (region.intl_number_format_size() == 0) return format.format();
  for (const NumberFormat& other : region.intl_number_format()) {
    bool same = other.pattern() == format.pattern() &&
                other.leading_digits_pattern_size() == format.leading_digits_pattern_size();
    for (int i = 0; same && i < format.leading_digits_pattern_size(); ++i) {
      same = other.leading_digits_pattern(i) == format.leading_digits_pattern(i);
    }
    if (same) return other.format();
  }
  return "NA";
}

void print(const NumberFormat& format, const PhoneMetadata& region, std::ostream& out) {
  Members members{out};
  out << '{';
  members.text("pattern", format.pattern());
  members.text("format", format.format());
  if (format.leading_digits_pattern_size() > 0) {
    members.next() << "\"leading\":[";
    Members leading{out};
    for (const std::string& pattern : format.leading_digits_pattern()) leading.next() << quoted(pattern);
    out << ']';
  }
  members.text("np_rule", rule_of(format.national_prefix_formatting_rule()));
  members.flag("np_optional", format.national_prefix_optional_when_formatting());
  const std::string other = international(format, region);
  if (other != format.format()) members.next() << "\"intl\":[" << quoted(other) << ']';
  out << '}';
}

void print(const PhoneMetadata& region, std::ostream& out) {
  Members members{out};
  out << '{';
  members.text("calling_code", std::to_string(region.country_code()));
  members.flag("main", region.main_country_for_code());
  members.text("idd", region.international_prefix());
  members.text("national_prefix", region.national_prefix());
  members.text("prefix_for_parsing", region.national_prefix_for_parsing());
  members.text("prefix_transform", region.national_prefix_transform_rule());
  members.text("leading_digits", region.leading_digits());
  members.text("pattern", region.general_desc().national_number_pattern());
  members.next() << "\"types\":{";
  Members types{out};
  const auto type = [&](std::string_view name, const PhoneNumberDesc& plan) {
    if (plan.national_number_pattern().empty()) return;
    types.next() << quoted(name) << ":{\"pattern\":" << quoted(plan.national_number_pattern()) << '}';
  };
  type("fixed_line", region.fixed_line());
  type("mobile", region.mobile());
  type("toll_free", region.toll_free());
  type("premium_rate", region.premium_rate());
  type("shared_cost", region.shared_cost());
  type("voip", region.voip());
  type("personal_number", region.personal_number());
  type("pager", region.pager());
  type("uan", region.uan());
  type("voicemail", region.voicemail());
  out << '}';
  if (region.number_format_size() > 0) {
    members.next() << "\"formats\":[";
    Members formats{out};
    for (const NumberFormat& format : region.number_format()) print(format, region, formats.next());
    out << ']';
  }
  out << '}';
}

}  // namespace

int main() {
  PhoneMetadataCollection facts;
  if (!facts.ParseFromArray(i18n::phonenumbers::metadata_get(), i18n::phonenumbers::metadata_size())) return 1;
  std::cout << "{\"data\":{";
  Members regions{std::cout};
  for (const PhoneMetadata& region : facts.metadata()) {
    const bool geographic = region.id() != "001";
    regions.next() << '\n' << quoted(geographic ? region.id() : "001-" + std::to_string(region.country_code())) << ':';
    print(region, std::cout);
  }
  std::cout << "\n}}\n";
}
