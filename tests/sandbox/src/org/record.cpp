#include "org/record.hpp"

#include "org/write.hpp"

namespace vestibule::sandbox::org {
namespace {

// Literals go out as they are stored.
bool is_literal(Type type) { return type == Type::integer || type == Type::number || type == Type::boolean; }

}  // namespace

void append_record(std::string& out, const Record& record) {
  const ObjectInfo& object = info(record.object);
  out += '{';
  append_member(out, "Id", record.id);
  for (FieldIndex i = 0; i < object.fields.size(); ++i) {
    const auto& value = record.values[i];
    if (value && is_literal(object.fields[i].type)) {
      append_name(out, object.fields[i].name);
      out += *value;
    } else {
      append_member(out, object.fields[i].name, value);
    }
  }
  append_member(out, "IsDeleted", record.deleted);
  append_member(out, "MasterRecordId", record.master);
  append_member(out, "CreatedDate", record.created);
  append_member(out, "LastModifiedDate", record.modified);
  append_member(out, "LastModifiedById", record.modified_by);
  append_member(out, "Version", record.version);
  if (record.sync_version == 0) {
    append_member(out, "SyncVersion", std::nullopt);
  } else {
    append_member(out, "SyncVersion", record.sync_version);
  }
  append_member(out, "Sequence", record.sequence);
  out += '}';
}

std::string etag_of(const Record& record) { return '"' + std::to_string(record.version) + '"'; }

}  // namespace vestibule::sandbox::org
