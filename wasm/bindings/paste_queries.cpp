#include "paste_queries.hpp"

#include <array>
#include <string_view>

#include "vestibule/json/write.hpp"
#include "vestibule/paste/signature.hpp"

namespace vestibule::bridge {
namespace {

using paste::SignaturePart;

// By SignaturePart, up to the country; the names of the fields where there is one.
constexpr std::array<std::string_view, static_cast<std::size_t>(SignaturePart::country) + 1> part_names{
    "name",   "title",    "organization", "email", "phone",      "mobilePhone", "website",
    "street", "district", "city",         "state", "postalCode", "country"};

constexpr std::array<std::string_view, 4> confidences{"none", "low", "medium", "high"};

class PartWriter {
 public:
  explicit PartWriter(std::string& out) : out_{out} {}

  void add(std::string_view name, std::string_view text, paste::Confidence confidence) {
    if (confidence == paste::Confidence::none) return;
    if (!first_) out_.push_back(',');
    first_ = false;
    out_.append("\"").append(name).append("\":{\"text\":");
    json::append_string(out_, text);
    out_.append(",\"confidence\":\"").append(confidences[static_cast<std::size_t>(confidence)]).append("\"}");
  }

 private:
  std::string& out_;
  bool first_ = true;
};

}  // namespace

void answer_signature_split(Arguments arguments, const QueryContext& context, std::string& out) {
  const std::string_view text = arguments.next();
  const paste::Signature split = paste::split_signature(context.atlas, text, arguments.next());
  out += "{\"parts\":{";
  PartWriter parts{out};
  if (!split.first_name.empty()) parts.add("firstName", split.first_name, split.names_confidence);
  if (!split.last_name.empty()) parts.add("lastName", split.last_name, split.names_confidence);
  for (std::size_t i = 0; i + 1 < part_names.size(); ++i) {
    const auto part = static_cast<SignaturePart>(i);
    parts.add(part_names[i], split.text(part), split.confidence(part));
  }
  parts.add(part_names.back(), split.text(SignaturePart::country), split.country_confidence);
  out += "},\"country\":";
  json::append_string(out, split.country);
  out += ",\"rest\":";
  json::append_string(out, split.text(SignaturePart::rest));
  out.push_back('}');
}

}  // namespace vestibule::bridge
