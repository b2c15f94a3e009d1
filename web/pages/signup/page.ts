// The sign-up page: what makes its form answer is the element around it.
import "vestibule/define";
