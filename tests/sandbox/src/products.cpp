#include "products.hpp"

#include "table.hpp"
#include "vestibule/ids/salesforce_id.hpp"

namespace vestibule::sandbox {
namespace {

constexpr Product product_table[] = {
    {"5f0b3c52-0c1e-4f7a-9f0e-6a1d2b3c4d01", "Fjordlys Cloud", "FL-CLOUD", "The service, for each user.", ""},
    {"5f0b3c52-0c1e-4f7a-9f0e-6a1d2b3c4d02", "Measurement Package", "FL-MEASURE",
     "10,000 measurements for each package and term.", "", 10'000},
    {"5f0b3c52-0c1e-4f7a-9f0e-6a1d2b3c4d03", "Support", "FL-SUPPORT", "Support, paid afterwards.", ""},
    {"5f0b3c52-0c1e-4f7a-9f0e-6a1d2b3c4d04", "Gateway", "FL-GATEWAY", "A device that is shipped.", "Physical"},
    {"5f0b3c52-0c1e-4f7a-9f0e-6a1d2b3c4d05", "Map Licence", "FL-MAP", "A licence for good.", "Virtual"},
    {"5f0b3c52-0c1e-4f7a-9f0e-6a1d2b3c4d06", "Installation", "FL-INSTALL", "A day's work on site.", ""},
};

constexpr PriceBookEntry entry_table[] = {
    {"01uSB000000CLM1YAO", 0, 5'000, 1, "", "In Advance"},
    {"01uSB000000CLY1YAO", 0, 54'000, 12, "Annual", "In Advance"},
    {"01uSB000000MSR1YAO", 1, 2'000, 1, "Monthly", "In Advance"},
    {"01uSB000000SUP1YAO", 2, 8'000, 1, "Monthly", "In Arrears"},
    {"01uSB000000GTW1YAO", 3, 29'900, 0},
    {"01uSB000000MAP1YAO", 4, 14'995, 0},
    {"01uSB000000INS1YAO", 5, 45'000, 0},
};

struct Unit {
  int months;
  std::string_view name;
  std::string_view id;
};

constexpr Unit units[] = {
    {0, "Each", "5f0b3c52-0c1e-4f7a-9f0e-6a1d2b3c4e00"},
    {1, "Month", "5f0b3c52-0c1e-4f7a-9f0e-6a1d2b3c4e01"},
    {12, "Year", "5f0b3c52-0c1e-4f7a-9f0e-6a1d2b3c4e02"},
};

const Unit& unit_of(const PriceBookEntry& entry) {
  for (const Unit& unit : units) {
    if (unit.months == entry.unit_months) return unit;
  }
  return units[0];
}

// Described as tables so that they are written like any record; nothing of them is stored.
const Table& products_table() {
  static const Table table{"products",
                           {{"id"},
                            {"name"},
                            {"sku"},
                            {"description"},
                            {"priceModel"},
                            {"assetType"},
                            {"entitlementQuantity", ColumnKind::number},
                            {"status"}},
                           {}};
  return table;
}

const Table& entries_table() {
  static const Table table{"priceBookEntries",
                           {{"id"},
                            {"productId"},
                            {"priceBookId"},
                            {"uomId"},
                            {"uomName"},
                            {"listPrice", ColumnKind::money},
                            {"currencyIsoCode"},
                            {"billingPeriod"},
                            {"billingTiming"},
                            {"active", ColumnKind::boolean}},
                           {}};
  return table;
}

std::optional<std::string> unless_empty(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional{std::string{text}};
}

void append_entry(std::string& out, const PriceBookEntry& entry) {
  Values values{entries_table()};
  values["id"] = entry.id;
  values["productId"] = product_of(entry).id;
  values["priceBookId"] = price_book_id;
  values["uomId"] = unit_id(entry);
  values["uomName"] = unit_name(entry);
  values.set("listPrice", entry.list_price);
  values["currencyIsoCode"] = currency;
  values["billingPeriod"] = unless_empty(entry.billing_period);
  values["billingTiming"] = unless_empty(entry.billing_timing);
  values["active"] = "true";
  append_object(out, values);
}

}  // namespace

std::span<const Product> products() { return product_table; }

std::span<const PriceBookEntry> price_book_entries() { return entry_table; }

const PriceBookEntry* find_price_book_entry(std::string_view id) {
  const auto parsed = ids::parse_salesforce_id(id);
  if (!parsed.ok()) return nullptr;
  for (const PriceBookEntry& entry : entry_table) {
    if (entry.id == parsed.value().id.text()) return &entry;
  }
  return nullptr;
}

std::string_view unit_name(const PriceBookEntry& entry) { return unit_of(entry).name; }

std::string_view unit_id(const PriceBookEntry& entry) { return unit_of(entry).id; }

std::string product_json(std::size_t place) {
  const Product& product = product_table[place];
  Values values{products_table()};
  std::string entries;
  for (const PriceBookEntry& entry : entry_table) {
    if (entry.product != place) continue;
    values["priceModel"] = entry.is_recurring() ? "Recurring" : "OneTime";
    if (!entries.empty()) entries += ',';
    append_entry(entries, entry);
  }
  values["id"] = product.id;
  values["name"] = product.name;
  values["sku"] = product.sku;
  values["description"] = product.description;
  values["assetType"] = unless_empty(product.asset_type);
  if (product.entitlement_quantity > 0) values.set("entitlementQuantity", product.entitlement_quantity);
  values["status"] = "Active";
  std::string text;
  append_object(text, values, ",\"priceBookEntries\":[" + entries + ']');
  return text;
}

std::string products_json() {
  std::string text;
  for (std::size_t i = 0; i < std::size(product_table); ++i) text += (i == 0 ? "" : ",") + product_json(i);
  return '[' + text + ']';
}

}  // namespace vestibule::sandbox
