#include "change_draft.hpp"

#include <algorithm>
#include <iterator>

#include "order_draft.hpp"

namespace vestibule::sandbox {
namespace {

// In the order of ChangeType.
constexpr std::string_view type_names[] = {"UpdateQuantity", "Renew", "Cancel"};

void read_update(ObjectReader& reader, AssetChange& change) {
  change.quantity = reader.whole("quantity", Need::required, 1, quantity_max);
  change.day = reader.day("startDate", Need::optional);
}

void read_renewal(ObjectReader& reader, AssetChange& change) {
  if (const auto term = reader.whole("renewalTerm", Need::optional, 1, term_max)) change.term = static_cast<int>(*term);
}

void read_cancellation(ObjectReader& reader, AssetChange& change) {
  change.day = reader.day("cancellationDate", Need::optional);
}

// In the order of ChangeType.
constexpr void (*readers[])(ObjectReader&, AssetChange&) = {read_update, read_renewal, read_cancellation};

AssetChange read_change(ObjectReader reader) {
  AssetChange change;
  const auto type = reader.text("changeType", Need::required);
  change.asset_number = reader.text("assetNumber", Need::required).value_or("");
  if (!type) return change;
  if (const auto known = read_change_type(*type)) {
    change.type = *known;
    readers[static_cast<std::size_t>(*known)](reader, change);
    reader.finish();
  } else {
    reader.refuse("changeType", "expected one of UpdateQuantity, Renew, Cancel");
  }
  return change;
}

}  // namespace

std::string_view to_string(ChangeType type) { return type_names[static_cast<std::size_t>(type)]; }

std::optional<ChangeType> read_change_type(std::string_view text) {
  const auto found = std::ranges::find(type_names, text);
  if (found == std::end(type_names)) return std::nullopt;
  return static_cast<ChangeType>(found - std::begin(type_names));
}

std::variant<ChangeDraft, Problem> read_change_draft(std::string_view text) {
  Problems problems;
  const auto json = read_body(text, problems);
  if (!json) return problems.problem();
  ObjectReader body{*json, "", problems};
  ChangeDraft draft;
  ObjectReader customer = body.object("customer", Need::optional);
  draft.customer_id = customer.text("id", Need::optional);
  customer.finish();
  draft.name = body.text("name", Need::optional);
  draft.description = body.text("description", Need::optional, 32'000);
  draft.effective_date = body.day("effectiveDate", Need::optional);
  for (ObjectReader& change : body.objects("assetChanges", Need::required, lines_max)) {
    draft.changes.push_back(read_change(std::move(change)));
  }
  draft.preview_invoice = read_draft_options(body);
  body.finish();
  if (!problems.empty()) return problems.problem();
  return draft;
}

}  // namespace vestibule::sandbox
