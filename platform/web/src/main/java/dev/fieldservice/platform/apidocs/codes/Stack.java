package dev.fieldservice.platform.apidocs.codes;

import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The operand stack and the locals of a method, as far as texts are concerned. A value is one entry, however wide. */
final class Stack {

    private final Map<Integer, Text> locals = new HashMap<>();
    private final Map<Label, List<Text>> arriving = new HashMap<>();
    private List<Text> values = new ArrayList<>();
    private boolean isAlive = true;

    void push(Text value) {
        values.add(value);
    }

    Text pop() {
        return values.isEmpty() ? Text.UNKNOWN : values.removeLast();
    }

    void pop(int many) {
        for (int i = 0; i < many; i++) {
            var _ = pop();
        }
    }

    /** The last so many, in the order in which they were pushed. */
    List<Text> popAll(int many) {
        List<Text> popped = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            popped.addFirst(pop());
        }
        return popped;
    }

    Text local(int slot) {
        return locals.getOrDefault(slot, Text.UNKNOWN);
    }

    void setLocal(int slot, Text value) {
        locals.put(slot, value);
    }

    /** The code may go on there with what is on the stack now. */
    void mayReach(Label target) {
        arriving.merge(target, List.copyOf(values), Stack::either);
    }

    /** What follows is reached by a jump only. */
    void end() {
        isAlive = false;
        values = new ArrayList<>();
    }

    void reach(Label here) {
        List<Text> jumped = arriving.get(here);
        if (jumped != null) {
            values = new ArrayList<>(isAlive ? either(values, jumped) : jumped);
        }
        isAlive = true;
    }

    private static List<Text> either(List<Text> one, List<Text> other) {
        if (one.size() != other.size()) {
            return one.size() > other.size() ? one : other;
        }
        List<Text> merged = new ArrayList<>();
        for (int i = 0; i < one.size(); i++) {
            merged.add(one.get(i).or(other.get(i)));
        }
        return merged;
    }

    /** Where values are wide, two entries count as one here: javac does this with numbers only. */
    void shuffle(Opcode how) {
        switch (how) {
            case POP, POP2 -> pop(1);
            case DUP, DUP2 -> {
                Text top = pop();
                push(top);
                push(top);
            }
            case DUP_X1, DUP2_X1 -> {
                Text top = pop();
                Text below = pop();
                push(top);
                push(below);
                push(top);
            }
            case SWAP -> {
                Text top = pop();
                Text below = pop();
                push(top);
                push(below);
            }
            default -> {
                Text top = pop();
                Text below = pop();
                Text deepest = pop();
                push(top);
                push(deepest);
                push(below);
                push(top);
            }
        }
    }
}
