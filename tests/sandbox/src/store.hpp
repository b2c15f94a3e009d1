/// nue.db: one connection that writes, on the writer's thread, and one that reads, on the caller's.
/// Depends on: database, repositories, schema, writer.
#pragma once

#include <mutex>
#include <string>
#include <thread>

#include "database.hpp"
#include "repositories.hpp"
#include "writer.hpp"

namespace vestibule::sandbox {

class Store {
 public:
  explicit Store(const std::string& path);

  /// Takes what was overwritten out of SQLite's log too.
  void scrub() const;

  void write(WriteJob job) { writer_.submit(std::move(job)); }

  /// Nothing is written until the lock is gone; what is to be written waits.
  [[nodiscard]] std::unique_lock<std::mutex> pause_writes() { return writer_.pause(); }

  /// The reading side belongs to the thread that made the store, until another one says so.
  void read_from_this_thread() { reader_thread_ = std::this_thread::get_id(); }

  /// For the thread of the reading side; any other asks in_writer(). Everything that `work` reads is of one moment, and a write
  /// that has finished is seen.
  template <class Work>
  auto read(const Work& work) {
    expect_reader();
    const ReadTransaction transaction{reader_};
    return work(readers_);
  }

 private:
  void expect_reader() const;

  std::thread::id reader_thread_ = std::this_thread::get_id();
  std::string path_;
  Database writers_;
  Database reader_;
  Repositories readers_;
  Writer writer_;  // last, so that its thread ends first
};

}  // namespace vestibule::sandbox
