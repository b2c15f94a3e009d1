// The heap of the small module: half a kilobyte less of what every browser loads than the smallest one of emcc.
//
// Sizes go up in steps of a half and a third: 24, 32, 48, 64, 96... A block is made at the end of what is in use, and once
// freed it waits for the next one of its size; nothing is ever joined or split. So allocating takes the same few
// instructions always, and the memory is at most what was in use of each size at its own worst moment, and a third of that.
//
// The malloc of C would begin at the same place. Nothing here calls it; tests/wasm/small-module.test.ts sees that it is absent.
#include <bit>
#include <cstddef>
#include <cstdint>
#include <new>

extern "C" unsigned char __heap_base;  // where the linker's data and stack end

namespace {

constexpr std::size_t page = 64 * 1024;
constexpr std::size_t smallest = 24;
constexpr unsigned size_count = 48;
constexpr std::size_t largest = std::size_t{1} << (size_count / 2);  // a block, its own place included

// In front of what a caller gets, and so eight bytes, as it is aligned.
struct alignas(8) Block {
  union {
    std::size_t size_number;  // in use
    Block* next;              // free
  };
};

Block* free_blocks[size_count];
std::uintptr_t end_of_blocks;

// Of the smallest size that holds as many bytes, its own place included.
unsigned size_number_of(std::size_t bytes) {
  const std::size_t last = (bytes < smallest ? smallest : bytes) - 1;
  const auto power = static_cast<unsigned>(std::bit_width(last)) - 1;
  return 2 * power + (last >> (power - 1) & 1);
}

std::size_t bytes_of(unsigned size_number) { return std::size_t{3 + size_number % 2} << (size_number / 2 - 1); }

Block* make_block(unsigned size_number) {
  if (end_of_blocks == 0) end_of_blocks = (reinterpret_cast<std::uintptr_t>(&__heap_base) + 7) & ~std::uintptr_t{7};
  const std::uintptr_t end = end_of_blocks + bytes_of(size_number);
  const std::size_t there = __builtin_wasm_memory_size(0) * page;
  if (end > there) {
    const std::size_t pages = (end - there + page - 1) / page;
    if (__builtin_wasm_memory_grow(0, pages) == static_cast<std::size_t>(-1)) return nullptr;
  }
  auto* block = reinterpret_cast<Block*>(end_of_blocks);
  end_of_blocks = end;
  return block;
}

}  // namespace

void* operator new(std::size_t size) {
  if (size > largest - sizeof(Block)) __builtin_trap();
  const unsigned number = size_number_of(size + sizeof(Block));
  Block*& waiting = free_blocks[number];
  Block* block = waiting;
  if (block != nullptr) {
    waiting = block->next;
  } else {
    block = make_block(number);
    if (block == nullptr) __builtin_trap();
  }
  block->size_number = number;
  return block + 1;
}

void operator delete(void* pointer) noexcept {
  if (pointer == nullptr) return;
  Block* block = static_cast<Block*>(pointer) - 1;
  Block*& waiting = free_blocks[block->size_number];
  block->next = waiting;
  waiting = block;
}

void operator delete(void* pointer, std::size_t) noexcept { operator delete(pointer); }
