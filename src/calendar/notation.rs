//! The one written notation of an interval, the same on the screen, in queries and in exports (a subset of EDTF).
