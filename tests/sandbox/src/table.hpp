/// A table of the database as data, and the values of one of its records: whatever stores, filters or answers a record
/// works from this description and knows no entity.
/// Depends on: nothing.
///
/// A column holds the text of a string, the literal of a number or boolean, or an array as JSON text; NULL is no value.
/// Literals are kept as they were accepted, so an answer repeats what was sent, digit for digit.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vestibule::sandbox {

enum class ColumnKind : std::uint8_t {
  text,
  set,     ///< an array of texts
  number,  ///< the literal as it was sent
  money,   ///< whole cents; no value is 0
  boolean,
  uuid,
  salesforce_id,
  date,
  datetime,
};

struct Column {
  std::string_view name;  ///< of the member and of the column
  ColumnKind kind = ColumnKind::text;
  bool hidden = false;  ///< ours alone: neither answered nor filtered
};

using ColumnIndex = std::size_t;

class Table {
 public:
  /// `indexes` are the parts of SQL that stand after ON <table>, the word UNIQUE in front where it applies.
  Table(std::string_view name, std::vector<Column> columns, std::vector<std::string_view> indexes,
        std::string_view order = R"("createdDate", "id")");

  [[nodiscard]] std::string_view name() const { return name_; }
  [[nodiscard]] std::span<const Column> columns() const { return columns_; }
  [[nodiscard]] std::span<const std::string_view> indexes() const { return indexes_; }
  /// What its records are ordered by, as SQL.
  [[nodiscard]] std::string_view order() const { return order_; }

  [[nodiscard]] std::optional<ColumnIndex> find(std::string_view name) const;
  /// The place of a column that exists.
  [[nodiscard]] ColumnIndex place(std::string_view name) const { return find(name).value(); }

  /// The columns of a SELECT or an INSERT, in their order.
  [[nodiscard]] std::string column_list() const;

 private:
  std::string_view name_;
  std::vector<Column> columns_;
  std::vector<std::string_view> indexes_;
  std::string_view order_;
};

/// A name in SQL. Names are letters of our own tables and of the catalogue, so quoting them is enough.
[[nodiscard]] std::string quoted(std::string_view name);

/// A member that is set; nullopt empties it.
struct Change {
  ColumnIndex column;
  std::optional<std::string> value;
};
using Changes = std::vector<Change>;

/// One value for each column of a table.
class Values {
 public:
  explicit Values(const Table& table) : table_{&table}, texts_(table.columns().size()) {}

  [[nodiscard]] const Table& table() const { return *table_; }

  [[nodiscard]] std::optional<std::string>& operator[](ColumnIndex column) { return texts_[column]; }
  [[nodiscard]] const std::optional<std::string>& operator[](ColumnIndex column) const { return texts_[column]; }
  [[nodiscard]] std::optional<std::string>& operator[](std::string_view name) { return texts_[table_->place(name)]; }
  [[nodiscard]] const std::optional<std::string>& operator[](std::string_view name) const {
    return texts_[table_->place(name)];
  }

  /// "" when there is no value.
  [[nodiscard]] std::string text(std::string_view name) const { return (*this)[name].value_or(""); }
  /// Of a number or of money; 0 when there is no value.
  [[nodiscard]] std::int64_t number(std::string_view name) const;
  void set(std::string_view name, std::int64_t number) { (*this)[name] = std::to_string(number); }

  friend bool operator==(const Values&, const Values&) = default;

 private:
  const Table* table_;
  std::vector<std::optional<std::string>> texts_;
};

/// Appends a record as the API answers it: every member, null when empty. `more` is JSON text of further members, each
/// with a comma before it.
void append_object(std::string& out, const Values& values, std::string_view more = {});

}  // namespace vestibule::sandbox
