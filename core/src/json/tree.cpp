#include "tree.hpp"

#include "vestibule/json/write.hpp"

namespace vestibule::json {

std::optional<Problem> Tree::parse(std::string_view text, std::size_t max_bytes, std::vector<char>& storage,
                                   Tree& tree) {
  if (text.size() > max_bytes) return Problem{Code::limit_input, "", {std::to_string(max_bytes)}};
  storage.clear();
  storage.reserve(text.size());  // an escape is never shorter than what it stands for
  tree.storage_ = &storage;
  return read(text, max_bytes, tree);
}

std::string_view Tree::keep(std::string_view text) {
  const std::size_t begin = storage_->size();
  storage_->insert(storage_->end(), text.begin(), text.end());
  return {storage_->data() + begin, text.size()};
}

std::uint32_t Tree::add(NodeKind kind) {
  const auto number = static_cast<std::uint32_t>(nodes_.size());
  Node node;
  node.kind = kind;
  node.name = name_;
  name_ = {};
  if (!open_.empty()) {
    Node& parent = nodes_[open_.back()];
    node.parent = open_.back();
    node.place = parent.count++;
    (node.place == 0 ? parent.first : nodes_[last_.back()].next) = number;
    last_.back() = number;
  }
  nodes_.push_back(node);
  return number;
}

void Tree::scalar(Scalar kind, std::string_view text) {
  switch (kind) {
    case Scalar::null: add(NodeKind::null); return;
    case Scalar::boolean_true: nodes_[add(NodeKind::boolean)].truth = true; return;
    case Scalar::boolean_false: add(NodeKind::boolean); return;
    case Scalar::number: nodes_[add(NodeKind::number)].text = keep(text); return;
    case Scalar::string: nodes_[add(NodeKind::string)].text = keep(text); return;
  }
}

void Tree::key(std::string_view name) { name_ = keep(name); }

void Tree::begin(bool object) {
  open_.push_back(add(object ? NodeKind::object : NodeKind::array));
  last_.push_back(0);
}

void Tree::end() {
  open_.pop_back();
  last_.pop_back();
}

std::string Tree::pointer() const {
  std::string pointer = open_.empty() ? std::string{} : pointer_to(open_.back());
  append_pointer_token(pointer, name_);
  return pointer;
}

std::uint32_t Tree::member(std::uint32_t object, std::string_view name) const {
  for (std::uint32_t node = nodes_[object].first; node != 0; node = nodes_[node].next) {
    if (nodes_[node].name == name) return node;
  }
  return 0;
}

std::string Tree::pointer_to(std::uint32_t node) const {
  std::vector<std::uint32_t> path;  // no longer than documents are deep
  for (; node != 0; node = nodes_[node].parent) path.push_back(node);
  std::string pointer;
  for (auto step = path.rbegin(); step != path.rend(); ++step) {
    const bool member = nodes_[nodes_[*step].parent].kind == NodeKind::object;
    append_pointer_token(pointer, member ? nodes_[*step].name : std::to_string(nodes_[*step].place));
  }
  return pointer;
}

}  // namespace vestibule::json
