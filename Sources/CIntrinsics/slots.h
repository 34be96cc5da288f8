// A line of a table: eight pairs of a tag and a value, each of four bytes, in 64 bytes.
#ifndef CONNECTORCTL_SLOTS_H
#define CONNECTORCTL_SLOTS_H

#include <stdint.h>

// A bit a pair, the first one in the lowest bit.
typedef struct {
    uint32_t same;   // pairs with the tag that was asked for
    uint32_t empty;  // pairs whose value is 0
} intrinsics_slot_bits;

#if defined(__SSE2__)
#include <emmintrin.h>

// Four pairs at `pairs`.
static inline intrinsics_slot_bits intrinsics_four_slots(const void *pairs, __m128i tag) {
    const __m128 first = _mm_loadu_ps((const float *)pairs);
    const __m128 second = _mm_loadu_ps((const float *)pairs + 4);
    const __m128i tags = _mm_castps_si128(_mm_shuffle_ps(first, second, _MM_SHUFFLE(2, 0, 2, 0)));
    const __m128i values = _mm_castps_si128(_mm_shuffle_ps(first, second, _MM_SHUFFLE(3, 1, 3, 1)));
    const __m128i same = _mm_cmpeq_epi32(tags, tag);
    const __m128i empty = _mm_cmpeq_epi32(values, _mm_setzero_si128());
    intrinsics_slot_bits bits;
    bits.same = (uint32_t)_mm_movemask_ps(_mm_castsi128_ps(same));
    bits.empty = (uint32_t)_mm_movemask_ps(_mm_castsi128_ps(empty));
    return bits;
}

static inline intrinsics_slot_bits intrinsics_slots(const void *line, uint32_t tag) {
    const __m128i tags = _mm_set1_epi32((int)tag);
    const intrinsics_slot_bits low = intrinsics_four_slots(line, tags);
    const intrinsics_slot_bits high = intrinsics_four_slots((const uint8_t *)line + 32, tags);
    intrinsics_slot_bits bits;
    bits.same = low.same | high.same << 4;
    bits.empty = low.empty | high.empty << 4;
    return bits;
}

#else

static inline intrinsics_slot_bits intrinsics_slots(const void *line, uint32_t tag) {
    const uint32_t *words = (const uint32_t *)line;
    intrinsics_slot_bits bits = {0, 0};
    for (int pair = 0; pair < 8; pair++) {
        bits.same |= (uint32_t)(words[pair * 2] == tag) << pair;
        bits.empty |= (uint32_t)(words[pair * 2 + 1] == 0) << pair;
    }
    return bits;
}

#endif
#endif
